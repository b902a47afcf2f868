package org.limpid.simulation.policy.lucid;

import org.limpid.simulation.policy.Settings;

/**
 * The rules by which two jobs of the same size may share GPUs, beside that the one which runs is
 * alone on them. They are asked in this order: memory, disturbance, priority.
 *
 * @param memoryMib memory of a GPU that two jobs may fill, MiB; they must need less
 * @param scoreSum largest sum of their share scores
 */
public record SharingLimits(int memoryMib, int scoreSum) {
  /** A job may share with one whose priority value is at least its own, divided by this. */
  public static final int PRIORITY_FACTOR = 2;

  /** The limits of a run. */
  public static SharingLimits of(int gpuMemoryMib, Settings settings) {
    return new SharingLimits(
        gpuMemoryMib - settings.get(LucidSettings.MEMORY_MARGIN_MIB),
        settings.get(LucidSettings.SHARING_LIMIT));
  }

  /** Whether there is memory for a job that waits and one that runs. */
  public boolean memorySuffices(double waitingMib, double runningMib) {
    return runningMib < memoryMib - waitingMib;
  }

  /** Whether two jobs don't disturb each other too much. */
  public boolean areGentle(int waitingScore, int runningScore) {
    return waitingScore + runningScore <= scoreSum;
  }

  /** Whether the job that runs isn't much more urgent than the one that waits. */
  public static boolean isUrgent(double waitingPriority, double runningPriority) {
    return waitingPriority <= PRIORITY_FACTOR * runningPriority;
  }
}
