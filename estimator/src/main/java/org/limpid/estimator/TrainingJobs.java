package org.limpid.estimator;

import java.time.LocalDateTime;
import java.util.stream.IntStream;
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
  /** Share of the days that is learnt from where the others are held out. */
  public static final double TRAINING_SHARE = 0.7;

  private static final long SECONDS_PER_DAY = 86_400;

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

  /**
   * The midnight from which on jobs are held out where the first 70 % of the days are learnt from.
   *
   * @param origin the time of second 0 of the trace
   * @return seconds since the origin; 0 without jobs
   */
  public static long splitSeconds(Trace trace, LocalDateTime origin) {
    long offset = origin.toLocalTime().toSecondOfDay();
    long[] days =
        IntStream.range(0, trace.size())
            .mapToLong(row -> Math.floorDiv(trace.submitSeconds(row) + offset, SECONDS_PER_DAY))
            .sorted()
            .toArray();
    if (days.length == 0) {
      return 0;
    }
    long count = days[days.length - 1] - days[0] + 1;
    return (days[0] + (long) (TRAINING_SHARE * count)) * SECONDS_PER_DAY - offset;
  }

  boolean contains(Trace trace, int row) {
    long submitted = trace.submitSeconds(row);
    return submitted >= fromSeconds
        && submitted < toSeconds
        && (!endedOnly || submitted + trace.durationSeconds(row) < toSeconds);
  }
}
