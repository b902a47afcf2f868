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

  /**
   * The estimates that other models would have made during the run as it was: their estimator
   * follows the run, which goes by the estimates that it had.
   */
  Estimates by(ModelsSource others, String policy) {
    Simulator.Task asRun = run.asRun(policy, run.predictions());
    PolicyInputs otherwise = run.asRun(policy, others).inputs();
    Estimates believed = of(policy);
    double[] answers = new double[believed.size()];
    Arrays.fill(answers, Double.NaN);
    DurationEstimator shadow =
        new AdjustedEstimator(
            otherwise.estimator().get(),
            (row, seconds) -> {
              answers[row] = seconds;
              return believed.seconds(row);
            });
    learnt(new Simulator.Task(asRun.policy(), asRun.inputs().withEstimator(() -> shadow)));
    return new Estimates(believed.source(), answers);
  }
}
