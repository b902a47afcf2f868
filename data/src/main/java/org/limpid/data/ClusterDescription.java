package org.limpid.data;

import java.util.List;

/**
 * A homogeneous GPU cluster, divided into virtual clusters.
 *
 * @param virtualClusters in the order of their file; the order decides the order of results
 * @param gpusPerNode 1..64
 * @param cpusPerNode logical processors of a node, at least 0 (0: unknown)
 * @param gpuMemoryMib memory of one GPU, MiB
 */
public record ClusterDescription(
    List<VirtualCluster> virtualClusters, int gpusPerNode, int cpusPerNode, int gpuMemoryMib) {
  /** The occupancy of a node is kept in one 64-bit word. */
  public static final int MAX_GPUS_PER_NODE = 64;

  /** More nodes than any cluster has, and few enough for the memory. */
  public static final int MAX_NODES = 1_000_000;

  public ClusterDescription {
    virtualClusters = List.copyOf(virtualClusters);
    if (gpusPerNode < 1 || gpusPerNode > MAX_GPUS_PER_NODE) {
      throw new IllegalArgumentException("gpusPerNode must be 1..64, found " + gpusPerNode);
    }
    if (gpuMemoryMib < 1) {
      throw new IllegalArgumentException("gpuMemoryMib must be at least 1, found " + gpuMemoryMib);
    }
  }

  /** Number of nodes of all virtual clusters. */
  public int nodeCount() {
    return virtualClusters.stream().mapToInt(VirtualCluster::nodeCount).sum();
  }

  /** Number of GPUs of all virtual clusters. */
  public int gpuCount() {
    return nodeCount() * gpusPerNode;
  }
}
