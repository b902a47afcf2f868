package org.limpid.experiment.whatif;

import java.util.Arrays;
import org.limpid.data.Estimates;
import org.limpid.simulation.policy.DurationEstimator;

/** An estimator that is told of a run and asked, but that nobody in the run listens to. */
final class Bystander implements DurationEstimator {
  private final DurationEstimator estimator;
  private final Estimates believed;
  private final double[] answers;

  /**
   * @param estimator is told and asked
   * @param believed what the run goes by
   */
  Bystander(DurationEstimator estimator, Estimates believed) {
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
