package org.limpid.explain.story;

import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * What decides which jobs may share GPUs.
 *
 * @param scoreLimit largest sum of the share scores of two jobs
 * @param survivorRecovers whether a job is alone again when the one that it had joined has ended
 * @param memory what jobs need and GPUs have; empty if it is not known
 */
public record SharingFacts(int scoreLimit, boolean survivorRecovers, Optional<Memory> memory) {
  public SharingFacts {
    Objects.requireNonNull(memory, "memory");
  }

  /**
   * GPU memory.
   *
   * @param limitMib two jobs must need less, MiB
   * @param mibByRow what the job in a row of the trace needs, MiB
   */
  public record Memory(int limitMib, IntToDoubleFunction mibByRow) {}
}
