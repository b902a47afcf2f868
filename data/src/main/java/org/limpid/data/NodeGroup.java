package org.limpid.data;

import java.util.Objects;

/**
 * Nodes of a virtual cluster that are alike.
 *
 * @param nodeCount number of nodes, at least 1
 * @param gpusPerNode 1..64
 * @param gpuType name of the GPUs, e.g. {@code V100}; empty: unknown
 * @param cpusPerNode logical processors of a node, 0: unknown
 * @param memoryMib memory of a node, MiB, 0: unknown
 * @param gpuMemoryMib memory of one GPU, MiB, at least 1
 * @param storageMbps bandwidth of the storage of a node, MB/s, 0: unknown
 */
public record NodeGroup(
    int nodeCount,
    int gpusPerNode,
    String gpuType,
    int cpusPerNode,
    long memoryMib,
    int gpuMemoryMib,
    int storageMbps) {
  public NodeGroup {
    Objects.requireNonNull(gpuType, "gpuType");
    if (nodeCount < 1 || gpusPerNode < 1 || gpusPerNode > ClusterDescription.MAX_GPUS_PER_NODE) {
      throw new IllegalArgumentException(
          "expected a node or more with 1..64 GPUs, found %d with %d"
              .formatted(nodeCount, gpusPerNode));
    }
  }

  /** Nodes whose storage nobody knows. */
  public NodeGroup(
      int nodeCount,
      int gpusPerNode,
      String gpuType,
      int cpusPerNode,
      long memoryMib,
      int gpuMemoryMib) {
    this(nodeCount, gpusPerNode, gpuType, cpusPerNode, memoryMib, gpuMemoryMib, 0);
  }

  /** Number of its GPUs. */
  public int gpuCount() {
    return nodeCount * gpusPerNode;
  }

  /** As many nodes of the same kind. */
  public NodeGroup withNodes(int count) {
    return new NodeGroup(
        count, gpusPerNode, gpuType, cpusPerNode, memoryMib, gpuMemoryMib, storageMbps);
  }

  @Override
  public String toString() {
    return "%,d x %d %s".formatted(nodeCount, gpusPerNode, gpuType.isEmpty() ? "GPUs" : gpuType);
  }
}
