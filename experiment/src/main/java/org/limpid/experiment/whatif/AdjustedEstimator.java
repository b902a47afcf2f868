package org.limpid.experiment.whatif;

import org.limpid.simulation.sink.DurationEstimator;

/**
 * An estimator whose answers are looked at before they are passed on.
 *
 * @param estimator is told and asked
 * @param adjustment makes the answer of its answer
 */
record AdjustedEstimator(DurationEstimator estimator, Adjustment adjustment)
    implements DurationEstimator {
  /** What becomes of the estimate of a job. */
  interface Adjustment {
    double of(int row, double seconds);
  }

  @Override
  public void submitted(int row, long now) {
    estimator.submitted(row, now);
  }

  @Override
  public double estimateSeconds(int row, long now) {
    return adjustment.of(row, estimator.estimateSeconds(row, now));
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
