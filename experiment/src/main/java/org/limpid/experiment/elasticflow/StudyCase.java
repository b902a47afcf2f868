package org.limpid.experiment.elasticflow;

import java.util.Objects;

/**
 * Jobs on a cluster of equal nodes.
 *
 * @param name of its data set and in the table of runs: small letters, digits, hyphens
 * @param jobs where they come from
 * @param slotSeconds how often policies plan
 */
record StudyCase(String name, Jobs jobs, int nodes, int gpusPerNode, int slotSeconds) {
  StudyCase {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(jobs, "jobs");
  }

  int gpus() {
    return nodes * gpusPerNode;
  }

  /** Where jobs come from. */
  sealed interface Jobs {}

  /**
   * A file of the artifact.
   *
   * @param path within its folder
   * @param gpuType whose throughput tables go with it: {@code A100} or {@code T4}
   */
  record Published(String path, String gpuType) implements Jobs {}

  /**
   * What the generator of the artifact draws.
   *
   * @param meanGapSeconds mean time between submissions
   * @param leastDeadline shortest time to the deadline, in durations; the longest is 1.5
   * @param bestEffortShare share of the jobs without a deadline
   * @param deadlineSeed of deadlines and of who has none
   */
  record Drawn(
      int count,
      double meanGapSeconds,
      double leastDeadline,
      double bestEffortShare,
      long seed,
      long deadlineSeed)
      implements Jobs {}
}
