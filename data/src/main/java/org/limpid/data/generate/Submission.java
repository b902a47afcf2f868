package org.limpid.data.generate;

/**
 * A job that a user submits.
 *
 * @param seconds when, since the origin
 * @param durationSeconds run time, 1 s to 14 days
 */
record Submission(long seconds, UserTask task, long durationSeconds, String state) {
  /** When it ends if it does not wait, seconds since the origin. */
  long endSeconds() {
    return seconds + durationSeconds;
  }
}
