package org.limpid.estimator;

import org.limpid.data.Trace;

/**
 * Which jobs a model learns from: those submitted from {@code fromSeconds} to before {@code
 * toSeconds}.
 *
 * @param fromSeconds first second
 * @param toSeconds first second after the last, above {@code fromSeconds}
 * @param endedOnly whether to leave out jobs that had not ended before {@code toSeconds}, as they
 *     could not be known then; the published comparison of learners keeps them
 */
public record TrainingJobs(long fromSeconds, long toSeconds, boolean endedOnly) {
  public TrainingJobs {
    if (fromSeconds >= toSeconds) {
      throw new IllegalArgumentException("expected %d < %d".formatted(fromSeconds, toSeconds));
    }
  }

  /** All jobs. */
  public static TrainingJobs all() {
    return new TrainingJobs(Long.MIN_VALUE, Long.MAX_VALUE, false);
  }

  /** All jobs that had ended before a second. */
  public static TrainingJobs endedBefore(long seconds) {
    return new TrainingJobs(Long.MIN_VALUE, seconds, true);
  }

  boolean contains(Trace trace, int row) {
    long submitted = trace.submitSeconds(row);
    return submitted >= fromSeconds
        && submitted < toSeconds
        && (!endedOnly || submitted + trace.durationSeconds(row) < toSeconds);
  }
}
