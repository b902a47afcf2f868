package org.limpid.explain.story;

import java.util.Objects;
import java.util.Optional;
import org.limpid.simulation.waiting.WaitCause;

/**
 * A time in which a job waited for one cause.
 *
 * @param cause what it waited for
 * @param fromSecond when it began
 * @param toSecond when it was over, later than {@code fromSecond}
 * @param scene the virtual cluster meanwhile; empty for the profiler
 */
public record Segment(WaitCause cause, long fromSecond, long toSecond, Optional<Scene> scene) {
  public Segment {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(scene, "scene");
    if (toSecond <= fromSecond) {
      throw new IllegalArgumentException(
          "expected some time, found %d to %d".formatted(fromSecond, toSecond));
    }
  }

  /** How long it lasted. */
  public long seconds() {
    return toSecond - fromSecond;
  }
}
