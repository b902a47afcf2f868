package org.limpid.simulation.resource;

import java.util.Arrays;

/**
 * For which numbers of GPUs no place was found, and since when: as long as nothing is released, a
 * monotone placement rule fails again.
 */
final class FailedPlacements {
  private long[] failedAt = new long[0];

  boolean stillFails(int gpuCount, long releases) {
    return gpuCount < failedAt.length && failedAt[gpuCount] == releases;
  }

  void remember(int gpuCount, long releases) {
    if (gpuCount >= failedAt.length) {
      int before = failedAt.length;
      failedAt = Arrays.copyOf(failedAt, gpuCount + 1);
      Arrays.fill(failedAt, before, failedAt.length, -1);
    }
    failedAt[gpuCount] = releases;
  }
}
