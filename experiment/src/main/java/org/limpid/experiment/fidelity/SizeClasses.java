package org.limpid.experiment.fidelity;

import java.util.List;

/**
 * Jobs by how much of a cluster they take.
 *
 * @param gpusPerNode of the nodes that most virtual clusters have
 */
record SizeClasses(int gpusPerNode) {
  private static final List<String> NAMES =
      List.of("1 GPU", "part of a node", "1 node", "2 to 4 nodes", "5 to 16 nodes", "more nodes");
  private static final int FEW_NODES = 4;
  private static final int SOME_NODES = 16;

  /** All names, ascending. */
  List<String> names() {
    return NAMES;
  }

  /** The name for a job of so many GPUs. */
  String name(int gpus) {
    return NAMES.get(place(gpus));
  }

  private int place(int gpus) {
    if (gpus < gpusPerNode) {
      return gpus == 1 ? 0 : 1;
    }
    int nodes = Math.ceilDiv(gpus, gpusPerNode);
    return nodes == 1 ? 2 : nodes <= FEW_NODES ? 3 : nodes <= SOME_NODES ? 4 : 5;
  }
}
