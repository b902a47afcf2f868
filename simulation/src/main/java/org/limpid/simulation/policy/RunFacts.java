package org.limpid.simulation.policy;

import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * How a policy was run, as far as its notes ask for it.
 *
 * @param settings what was chosen about it
 * @param semantics which accidents of the artifact were fixed
 * @param memory what jobs need and GPUs have; empty if it is not known
 */
public record RunFacts(Settings settings, Semantics semantics, Optional<Memory> memory) {
  public RunFacts {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(semantics, "semantics");
    Objects.requireNonNull(memory, "memory");
  }

  /**
   * GPU memory.
   *
   * @param gpuMib what a GPU has, MiB
   * @param mibByRow what the job in a row of the trace needs, MiB
   */
  public record Memory(int gpuMib, IntToDoubleFunction mibByRow) {}
}
