package org.limpid.experiment.whatif;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.limpid.data.Estimates;
import org.limpid.experiment.simulate.ModelsSource;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.DurationEstimator;

/**
 * The estimates of a run that learnt durations, each as it was when the policy used it. A run notes
 * them; where it did not, everything is learnt once more, as the same inputs give the same
 * estimates. Not safe for use by several threads.
 */
final class HeldEstimates {
  private final FormerRun run;
  private final Map<String, Estimates> byPolicy = new HashMap<>();

  HeldEstimates(FormerRun run) {
    this.run = run;
  }

  /** Those of a policy. */
  Estimates of(String policy) {
    return byPolicy.computeIfAbsent(policy, this::noted);
  }

  private Estimates noted(String policy) {
    return run.folder()
        .learntEstimates(policy, run.data().trace())
        .orElseGet(() -> learnt(run.asRun(policy, run.predictions())));
  }

  private Estimates learnt(Simulator.Task learning) {
    return new Simulator(run.how())
        .run(learning.policy(), learning.inputs())
        .learnt()
        .orElseThrow();
  }

  /** The estimates that other models would have made during the run as it was. */
  Estimates by(ModelsSource others, String policy) {
    Simulator.Task asRun = run.asRun(policy, run.predictions());
    PolicyInputs otherwise = run.asRun(policy, others).inputs();
    ShadowEstimator shadow = new ShadowEstimator(otherwise.estimator().get(), of(policy));
    learnt(new Simulator.Task(asRun.policy(), asRun.inputs().withEstimator(() -> shadow)));
    return shadow.answers();
  }

  /**
   * An estimator that follows a run and notes its answers, while the run goes by the estimates that
   * it had.
   */
  private static final class ShadowEstimator implements DurationEstimator {
    private final DurationEstimator estimator;
    private final Estimates believed;
    private final double[] answers;

    /**
     * @param estimator is told and asked
     * @param believed what the run goes by
     */
    ShadowEstimator(DurationEstimator estimator, Estimates believed) {
      this.estimator = estimator;
      this.believed = believed;
      answers = new double[believed.size()];
      Arrays.fill(answers, Double.NaN);
    }

    /** What it said, when the run is over. */
    Estimates answers() {
      return new Estimates(believed.source(), answers);
    }

    @Override
    public void submitted(int row, long now) {
      estimator.submitted(row, now);
    }

    @Override
    public double estimateSeconds(int row, long now) {
      answers[row] = estimator.estimateSeconds(row, now);
      return believed.seconds(row);
    }

    @Override
    public void started(int row, long now) {
      estimator.started(row, now);
    }

    @Override
    public void ended(int row, long now) {
      estimator.ended(row, now);
    }
  }
}
