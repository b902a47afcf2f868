package org.limpid.simulation.queue;

import org.limpid.simulation.loop.Partition;

/**
 * How long a job is expected to run on from now, given the estimate of its duration.
 *
 * <p>With estimate e and attained work a, an exact estimate says {@code e - a}. A rough one is
 * believed while {@code e - a} is more than a tenth of a, or positive with a below 60 s. A job
 * whose estimate is no longer believed is expected to run as long again as it has run, at least 60
 * s.
 *
 * <p>Exact estimates must hold to the last second, or a reservation made with them could move back.
 * Rough ones that are nearly used up are mostly wrong, and a reservation made with them too early.
 *
 * <p>No job is expected to take longer than 2^31 - 1 s (68 years), so that a wild estimate can't
 * overflow a sum with the clock.
 */
public final class ExpectedRun {
  private static final double LEAST_SECONDS = 60;

  /** Share of the attained work that must be left for a rough estimate to be believed. */
  private static final double LEAST_SHARE = 0.1;

  private final DurationEstimate estimate;
  private final double leastShare;

  /** Estimated duration of a job of one partition, in seconds. */
  @FunctionalInterface
  public interface DurationEstimate {
    /** Estimated duration of the job, seconds. */
    double seconds(int job);
  }

  private ExpectedRun(DurationEstimate estimate, double leastShare) {
    this.estimate = estimate;
    this.leastShare = leastShare;
  }

  /** Expectations from true durations. */
  public static ExpectedRun exact(DurationEstimate duration) {
    return new ExpectedRun(duration, 0);
  }

  /** Expectations from what a model or a user says. */
  public static ExpectedRun rough(DurationEstimate estimate) {
    return rough(estimate, LEAST_SHARE);
  }

  /**
   * Expectations from what a model or a user says.
   *
   * @param leastShare share of the attained work that must be left for an estimate to be believed
   */
  public static ExpectedRun rough(DurationEstimate estimate, double leastShare) {
    return new ExpectedRun(estimate, leastShare);
  }

  /** Seconds that a job which has not run is expected to take. */
  long ofWaiting(int job) {
    return wholeSeconds(Math.max(1, estimate.seconds(job)));
  }

  /** Seconds that a running job is expected to take from now on. */
  long ofRunning(Partition partition, int job) {
    return wholeSeconds(left(job, partition.attained(job)) / partition.rate(job));
  }

  /**
   * Work that is expected to be left of a job, seconds of the job alone; above 0.
   *
   * @param attained work that it has done, in the same unit
   */
  public double left(int job, double attained) {
    double left = estimate.seconds(job) - attained;
    boolean believed = left > leastShare * attained || (left > 0 && attained < LEAST_SECONDS);
    return believed ? left : Math.max(attained, LEAST_SECONDS);
  }

  private static long wholeSeconds(double seconds) {
    return (long) Math.ceil(Math.min(seconds, Integer.MAX_VALUE));
  }
}
