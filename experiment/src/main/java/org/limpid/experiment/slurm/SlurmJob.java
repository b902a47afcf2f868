package org.limpid.experiment.slurm;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A job in the queue.
 *
 * @param id as it is written
 * @param state what it does
 * @param nodes that it holds or asks for, from 1
 * @param limitSeconds wall time that was asked for; empty if that isn't told or there is no limit
 * @param elapsedSeconds that it has run, from 0
 * @param submit when it was submitted, if that is told
 * @param start when it started, if that is told
 */
public record SlurmJob(
    String id,
    State state,
    int nodes,
    OptionalLong limitSeconds,
    long elapsedSeconds,
    Optional<LocalDateTime> submit,
    Optional<LocalDateTime> start) {
  public SlurmJob {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(limitSeconds, "limitSeconds");
    Objects.requireNonNull(submit, "submit");
    Objects.requireNonNull(start, "start");
    if (nodes < 1 || elapsedSeconds < 0) {
      throw new IllegalArgumentException(
          "job %s has %d nodes and ran for %d s".formatted(id, nodes, elapsedSeconds));
    }
  }

  /** What a job does. */
  public enum State {
    /** It holds nodes. */
    RUNNING,
    /** It waits for nodes. */
    WAITING,
    /** It waits for something else, such as another job. */
    HELD,
    /** It has ended. */
    OVER;

    /**
     * Reads a state.
     *
     * @param text in full or in short: {@code PENDING}, {@code PD}
     * @param reason why it waits, without brackets
     */
    static State of(String text, String reason) {
      return switch (text) {
        case "PENDING", "PD" -> isHeld(reason) ? HELD : WAITING;
        case "RUNNING", "R", "COMPLETING", "CG", "CONFIGURING", "CF", "SUSPENDED", "S" -> RUNNING;
        default -> OVER;
      };
    }

    private static boolean isHeld(String reason) {
      return reason.startsWith("JobHeld")
          || reason.startsWith("Dependency")
          || reason.startsWith("BeginTime");
    }
  }
}
