package org.limpid.estimator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.Optional;

/**
 * How a {@link WeeklyEstimator} learns.
 *
 * @param origin the time of second 0 of the trace
 * @param trainer what learns
 * @param schedule when it learns again
 * @param continuous whether the history goes on between the updates; else it stands still, too, as
 *     in the artifact
 * @param initial a model of an earlier trace that serves until the first update; its features are
 *     matched by name
 */
public record UpdateSettings(
    LocalDateTime origin,
    WorkloadTrainer trainer,
    UpdateSchedule schedule,
    boolean continuous,
    Optional<JobDurationModel> initial) {
  public UpdateSettings {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(trainer, "trainer");
    Objects.requireNonNull(schedule, "schedule");
    if (initial.isPresent() && initial.get().features() != trainer.features()) {
      throw new IllegalArgumentException(
          "expected an initial model %s".formatted(trainer.features().setName()));
    }
  }

  /** Updates on Mondays, a history that goes on, no model to begin with. */
  public static UpdateSettings weekly(LocalDateTime origin, WorkloadTrainer trainer) {
    return new UpdateSettings(
        origin, trainer, UpdateSchedule.mondays(origin), true, Optional.empty());
  }

  /** The same with a model to begin with. */
  public UpdateSettings startingWith(JobDurationModel model) {
    return new UpdateSettings(origin, trainer, schedule, continuous, Optional.of(model));
  }

  /** The same with a history that stands still between the updates. */
  public UpdateSettings withoutContinuity() {
    return new UpdateSettings(origin, trainer, schedule, false, initial);
  }

  /** The same with other moments of learning. */
  public UpdateSettings at(UpdateSchedule moments) {
    return new UpdateSettings(origin, trainer, moments, continuous, initial);
  }

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
     * The last moment of the schedule that is not after {@code now}, alone: the models that were
     * made before it no longer matter.
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
}
