package org.limpid.simulation.policy.lucid;

import org.limpid.simulation.policy.LucidOptions;

/**
 * Which two jobs may share GPUs.
 *
 * @param memoryMib memory of a GPU that two jobs may fill; they must need less
 * @param scoreSum largest sum of their share scores
 */
record SharingLimits(int memoryMib, int scoreSum) {
  static SharingLimits of(int gpuMemoryMib, LucidOptions options) {
    return new SharingLimits(gpuMemoryMib - options.memoryMarginMib(), options.sharingLimit());
  }
}
