package org.limpid.estimator;

import org.limpid.estimator.history.JobListener;

/**
 * Estimates durations while the jobs of one trace are submitted, start and end, all virtual
 * clusters together. It is told of every event in the order of time; what it says depends only on
 * what it was told, so it cannot see the future.
 *
 * <p>The duration of a job is what the trace says of it on GPUs of its own, and is read when the
 * job has ended, however long it took there. Deterministic. Not safe for several threads.
 */
public interface OnlineEstimator extends JobListener {
  /**
   * The estimated duration of a job, seconds, at least 1. It may be asked before or after the
   * submission is told, as often as wanted; later answers know more.
   */
  double estimateSeconds(int row, long now);
}
