package org.limpid.reference.mirage;

/**
 * The cluster of a {@link BatchSimulator} and its clock. What else the artifact reads from its
 * configuration has the same value in all of its experiments and is a constant here.
 *
 * @param nodes of the cluster, all alike, at least 1
 * @param tickSeconds by which the clock moves, at least 1
 */
public record BatchSettings(int nodes, int tickSeconds) {
  /** Seconds of a tick in all experiments of the paper. */
  public static final int MINUTE = 60;

  /** {@code PriorityWeightAge}: what a job gains in {@link #FULL_AGE_DAYS}; there is no cap. */
  static final int AGE_WEIGHT = 7000;

  /** {@code PriorityMaxAge}. */
  static final double FULL_AGE_DAYS = 7;

  /** {@code PriorityWeightJobSize}: priority of a job as large as the cluster. */
  static final int SIZE_WEIGHT = 100;

  /** {@code bf_interval}: every so many ticks, and not seconds, there is a backfill pass. */
  static final int BACKFILL_TICKS = 10;

  /** {@code bf_resolution}: seconds of a slot of the plan. */
  static final int SLOT_SECONDS = 600;

  /** {@code bf_window}, two days, in slots. */
  static final int SLOTS = 2880 * MINUTE / SLOT_SECONDS;

  /** {@code bf_max_job_test}: a backfill pass looks at so many jobs. */
  static final int MOST_TESTED = 3000;

  public BatchSettings {
    if (nodes < 1 || tickSeconds < 1) {
      throw new IllegalArgumentException(
          "expected nodes and seconds of a tick from 1, found %d and %d"
              .formatted(nodes, tickSeconds));
    }
  }

  /** So many nodes and ticks of a minute. */
  public static BatchSettings ofNodes(int nodes) {
    return new BatchSettings(nodes, MINUTE);
  }

  /**
   * What a waiting job gains in a tick. The quotient is rounded once; it is added tick by tick, as
   * the rounding of these sums decides between jobs of equal priority.
   */
  double ageStep() {
    return (double) (AGE_WEIGHT * tickSeconds) / (FULL_AGE_DAYS * 24 * 60 * 60);
  }

  /** Priority of a job that has just been submitted; the quotient of the nodes first. */
  double firstPriority(int jobNodes) {
    return SIZE_WEIGHT * ((double) jobNodes / nodes);
  }

  /** The last tick at or before a second. */
  long tickAt(long second) {
    return Math.floorDiv(second, tickSeconds) * tickSeconds;
  }
}
