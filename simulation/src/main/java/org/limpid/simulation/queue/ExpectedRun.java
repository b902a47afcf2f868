package org.limpid.simulation.queue;

import org.limpid.simulation.engine.Partition;

/**
 * How long a job is expected to run on from now, given the estimate of its duration.
 *
 * <p>With estimate e and attained work a: {@code e - a} while that is more than a tenth of a, or
 * positive with a below 60 s. A job that has outlived its estimate is expected to run as long again
 * as it has run, at least 60 s.
 */
public final class ExpectedRun {
  private static final double LEAST_SECONDS = 60;
  private static final double LEAST_SHARE = 0.1;

  private final DurationEstimate estimate;

  /** Estimated duration of a job of one partition, in seconds. */
  @FunctionalInterface
  public interface DurationEstimate {
    /** Estimated duration of the job, seconds. */
    double seconds(int job);
  }

  /**
   * @param estimate duration of each job
   */
  public ExpectedRun(DurationEstimate estimate) {
    this.estimate = estimate;
  }

  /** Seconds that a job which has not run is expected to take. */
  long ofWaiting(int job) {
    return (long) Math.ceil(Math.max(1, estimate.seconds(job)));
  }

  /** Seconds that a running job is expected to take from now on. */
  long ofRunning(Partition partition, int job) {
    double attained = partition.jobs().workSeconds(job) - partition.remaining(job);
    double left = estimate.seconds(job) - attained;
    boolean credible = left > LEAST_SHARE * attained || (left > 0 && attained < LEAST_SECONDS);
    double work = credible ? left : Math.max(attained, LEAST_SECONDS);
    return (long) Math.ceil(work / partition.rate(job));
  }
}
