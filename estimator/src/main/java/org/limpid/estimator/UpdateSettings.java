package org.limpid.estimator;

import java.time.LocalDateTime;
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
    Optional<WorkloadModel> initial) {
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
  public UpdateSettings startingWith(WorkloadModel model) {
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
}
