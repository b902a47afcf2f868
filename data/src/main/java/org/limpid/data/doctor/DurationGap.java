package org.limpid.data.doctor;

import org.limpid.data.JobAttribute;

/** How far the time between start and end is from the duration. */
final class DurationGap {
  private static final long TOLERATED_SECONDS = 2;
  private static final double TOLERATED_SHARE = 0.01;
  private static final long HOUR = 3600;

  private DurationGap() {}

  /**
   * Seconds that start to end is longer than the duration; 0 where it is as long, where it is not
   * known, and where the job was started several times.
   */
  static long seconds(Subject subject, int row) {
    if (!subject.has(JobAttribute.START_TIME, row)
        || !subject.has(JobAttribute.END_TIME, row)
        || subject.number(JobAttribute.ATTEMPTS, row) > 1) {
      return 0;
    }
    long duration = subject.trace().durationSeconds(row);
    long gap = elapsed(subject, row) - duration;
    double tolerated = Math.max(TOLERATED_SECONDS, TOLERATED_SHARE * duration);
    return Math.abs(gap) > tolerated ? gap : 0;
  }

  private static long elapsed(Subject subject, int row) {
    return subject.number(JobAttribute.END_TIME, row)
        - subject.number(JobAttribute.START_TIME, row);
  }

  /** Whether it is a whole number of hours, within a second. */
  static boolean isOfClocks(long gap) {
    long rest = Math.floorMod(gap, HOUR);
    return gap != 0 && Math.min(rest, HOUR - rest) <= 1;
  }
}
