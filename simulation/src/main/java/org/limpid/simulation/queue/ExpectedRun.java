package org.limpid.simulation.queue;

import org.limpid.simulation.engine.Partition;

/**
 * How long a job is expected to run on from now, given the estimate of its duration.
 *
 * <p>With estimate e and attained work a: {@code e - a} while that is positive. A job that has
 * outlived its estimate is expected to run as long again as it has run, at least 60 s.
 *
 * <p>An estimate is believed up to its last second, so that what is expected of a job never changes
 * while the estimate holds; else a reservation made with right estimates could move back.
 *
 * <p>No job is expected to take longer than 2^31 - 1 s (68 years), so that a wild estimate can't
 * overflow a sum with the clock.
 */
public final class ExpectedRun {
  private static final double LEAST_SECONDS = 60;

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
    return wholeSeconds(Math.max(1, estimate.seconds(job)));
  }

  /** Seconds that a running job is expected to take from now on. */
  long ofRunning(Partition partition, int job) {
    double attained = partition.jobs().workSeconds(job) - partition.remaining(job);
    double left = estimate.seconds(job) - attained;
    double work = left > 0 ? left : Math.max(attained, LEAST_SECONDS);
    return wholeSeconds(work / partition.rate(job));
  }

  private static long wholeSeconds(double seconds) {
    return (long) Math.ceil(Math.min(seconds, Integer.MAX_VALUE));
  }
}
