package org.limpid.app.whatif;

import java.util.function.Supplier;
import org.limpid.simulation.policy.DurationEstimator;
import org.limpid.simulation.policy.PolicyInputs;

/**
 * An estimator that learns nothing more once a job has started: whatever comes then can't change
 * when that was. For one run.
 */
final class UntilStart implements DurationEstimator {
  /** What all jobs are taken for that come after the one. */
  private static final double ANY_SECONDS = 1;

  private final DurationEstimator estimator;
  private final int job;
  private boolean started;

  private UntilStart(DurationEstimator estimator, int job) {
    this.estimator = estimator;
    this.job = job;
  }

  /** Inputs of a run in which nothing matters but the start of the job in this row. */
  static PolicyInputs in(PolicyInputs inputs, int row) {
    Supplier<? extends DurationEstimator> former = inputs.estimator();
    return former == null ? inputs : inputs.withEstimator(() -> new UntilStart(former.get(), row));
  }

  @Override
  public void submitted(int row, long now) {
    if (!started) {
      estimator.submitted(row, now);
    }
  }

  @Override
  public double estimateSeconds(int row, long now) {
    return started ? ANY_SECONDS : estimator.estimateSeconds(row, now);
  }

  @Override
  public void started(int row, long now) {
    if (!started) {
      estimator.started(row, now);
      started = row == job;
    }
  }

  @Override
  public void ended(int row, long now) {
    if (!started) {
      estimator.ended(row, now);
    }
  }
}
