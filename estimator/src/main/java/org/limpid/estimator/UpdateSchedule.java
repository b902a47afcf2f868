package org.limpid.estimator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * When a model is trained again: at {@code firstSeconds} and whole periods before and after.
 *
 * @param firstSeconds one of the moments, seconds since the origin of the data set
 * @param periodSeconds time between two of them, at least 1
 */
public record UpdateSchedule(long firstSeconds, long periodSeconds) {
  private static final long SECONDS_PER_WEEK = Duration.ofDays(7).toSeconds();

  public UpdateSchedule {
    if (periodSeconds < 1) {
      throw new IllegalArgumentException("expected a second or more: " + periodSeconds);
    }
  }

  /**
   * Mondays at midnight, as in the artifact.
   *
   * @param origin the time of second 0
   */
  public static UpdateSchedule mondays(LocalDateTime origin) {
    LocalDateTime monday =
        origin.toLocalDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)).atStartOfDay();
    return new UpdateSchedule(Duration.between(origin, monday).toSeconds(), SECONDS_PER_WEEK);
  }

  /**
   * A schedule of which only the last moment that is not after {@code now} is left, as far as a
   * simulation goes.
   */
  public UpdateSchedule onlyLast(long now) {
    return new UpdateSchedule(last(now), Long.MAX_VALUE >> 2);
  }

  /** The first moment after {@code now}. */
  long after(long now) {
    return last(now) + periodSeconds;
  }

  /** The last moment that is not after {@code now}. */
  long last(long now) {
    return now - Math.floorMod(now - firstSeconds, periodSeconds);
  }
}
