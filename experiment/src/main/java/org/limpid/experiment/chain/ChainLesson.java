package org.limpid.experiment.chain;

import java.util.Objects;
import org.limpid.reference.mirage.ChainSight;

/**
 * A moment of a window at which the second job of a chain could be submitted.
 *
 * @param window number of the window, from 0
 * @param sight what is known then
 * @param waitHours that the job waits if it is submitted then, from 0
 */
public record ChainLesson(int window, ChainSight sight, double waitHours) {
  public ChainLesson {
    Objects.requireNonNull(sight, "sight");
    if (window < 0 || !(waitHours >= 0)) {
      throw new IllegalArgumentException(
          "expected a window and a wait from 0, found %d and %s".formatted(window, waitHours));
    }
  }

  /** What submitting then comes to: hours of a gap, below 0 hours of an overlap. */
  public double gapHours() {
    return waitHours - sight.moment().leftSeconds() / 3600.0;
  }
}
