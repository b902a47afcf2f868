package org.limpid.simulation.policy.sharing;

import org.limpid.simulation.policy.Settings;

/**
 * The rules by which two jobs may share GPUs, beside that the one which runs is alone on them. They
 * are asked in this order: memory, disturbance.
 *
 * @param memoryMib memory of a GPU that two jobs may fill, MiB; they must need less
 * @param scoreSum largest sum of their share scores
 */
public record SharingLimits(int memoryMib, int scoreSum) {
  /** The limits of a run. */
  public static SharingLimits of(int gpuMemoryMib, Settings settings) {
    return new SharingLimits(
        gpuMemoryMib - settings.get(SharingSettings.MEMORY_MARGIN_MIB),
        settings.get(SharingSettings.SHARING_LIMIT));
  }

  /** Whether there is memory for a job that waits and one that runs. */
  public boolean memorySuffices(double waitingMib, double runningMib) {
    return runningMib < memoryMib - waitingMib;
  }

  /** Whether two jobs don't disturb each other too much. */
  public boolean areGentle(int waitingScore, int runningScore) {
    return waitingScore + runningScore <= scoreSum;
  }
}
