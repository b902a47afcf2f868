package org.limpid.data.generate;

/**
 * A job that a user submits.
 *
 * @param seconds when, since the origin
 * @param task what for
 * @param durationSeconds run time, 1 s to 14 days
 * @param state how it ends
 */
record Submission(long seconds, Task task, long durationSeconds, String state) {
  /** When it ends if it does not wait, seconds since the origin. */
  long endSeconds() {
    return seconds + durationSeconds;
  }
}
