package org.limpid.simulation.job;

import java.util.Objects;

/**
 * What a job asks for. All but the GPUs is unknown in most traces.
 *
 * @param fewestGpus GPUs without which it can't run, at least 1
 * @param mostGpus GPUs beyond which it can't use any more; as many as the fewest if it can't be
 *     resized
 * @param gpuType names of the types of GPU that it may run on, separated by {@code |}; empty: any
 * @param cpus CPUs in all; 0 if unknown
 * @param memoryMib memory of its nodes in all, MiB; 0 if unknown
 * @param wholeNodes whether it wants its nodes for itself
 */
public record Demand(
    int fewestGpus, int mostGpus, String gpuType, int cpus, long memoryMib, boolean wholeNodes) {
  public Demand {
    Objects.requireNonNull(gpuType, "gpuType");
    if (fewestGpus < 1 || mostGpus < fewestGpus) {
      throw new IllegalArgumentException(
          "expected 1 <= fewest <= most GPUs, found %d and %d".formatted(fewestGpus, mostGpus));
    }
  }

  /** Whether the job can run on so many GPUs. */
  public boolean allows(int gpuCount) {
    return fewestGpus <= gpuCount && gpuCount <= mostGpus;
  }

  /** For messages: {@code 2 to 8 GPUs}. */
  @Override
  public String toString() {
    String gpus = fewestGpus == mostGpus ? "" + mostGpus : fewestGpus + " to " + mostGpus;
    return mostGpus == 1 ? "1 GPU" : gpus + " GPUs";
  }
}
