package org.limpid.data;

import java.util.Objects;

/**
 * Two workloads measured on the same GPUs.
 *
 * @param firstRate speed of the first, relative to running alone; may exceed 1
 * @param secondRate speed of the second, relative to running alone; may exceed 1
 * @param gpuUtilPercent joint GPU utilisation, 0..100
 * @param memoryUtilPercent joint utilisation of the memory bandwidth, 0..100
 * @param memoryMib joint memory in use per GPU, MiB
 */
public record PairProfile(
    Workload first,
    Workload second,
    double firstRate,
    double secondRate,
    double gpuUtilPercent,
    double memoryUtilPercent,
    double memoryMib) {
  public PairProfile {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    if (!(firstRate > 0) || !(secondRate > 0)) {
      throw new IllegalArgumentException(
          "rates of %s with %s must be positive, found %s and %s"
              .formatted(first, second, firstRate, secondRate));
    }
  }

  /** The same measurement with the second workload first. */
  public PairProfile reversed() {
    return new PairProfile(
        second, first, secondRate, firstRate, gpuUtilPercent, memoryUtilPercent, memoryMib);
  }
}
