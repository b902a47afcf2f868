package org.limpid.data;

import java.util.List;
import java.util.Objects;

/**
 * A part of the cluster with nodes of its own; its jobs run nowhere else.
 *
 * @param name unique name
 * @param nodeCount number of nodes, at least 1
 * @param groups its nodes by kind; empty: all are as the cluster has them
 */
public record VirtualCluster(String name, int nodeCount, List<NodeGroup> groups) {
  public VirtualCluster {
    Objects.requireNonNull(name, "name");
    groups = List.copyOf(groups);
    if (nodeCount < 1) {
      throw new IllegalArgumentException(
          "virtual cluster " + name + " must have at least 1 node, found " + nodeCount);
    }
    if (!groups.isEmpty() && groups.stream().mapToInt(NodeGroup::nodeCount).sum() != nodeCount) {
      throw new IllegalArgumentException(
          "the groups of %s must have %d nodes in all: %s".formatted(name, nodeCount, groups));
    }
  }

  /** A virtual cluster whose nodes are as the cluster has them. */
  public VirtualCluster(String name, int nodeCount) {
    this(name, nodeCount, List.of());
  }

  /**
   * The same with the fewest nodes that have so many GPUs or more, of each group in proportion.
   *
   * @param gpus at least 1
   * @param gpusPerNode of nodes without a group
   */
  public VirtualCluster withGpus(int gpus, int gpusPerNode) {
    if (groups.isEmpty()) {
      return new VirtualCluster(name, Math.ceilDiv(gpus, gpusPerNode));
    }
    long before = groups.stream().mapToLong(NodeGroup::gpuCount).sum();
    List<NodeGroup> others =
        groups.stream()
            .map(group ->
                group.withNodes((int) Math.ceilDiv((long) group.nodeCount() * gpus, before)))
            .toList();
    return new VirtualCluster(name, others.stream().mapToInt(NodeGroup::nodeCount).sum(), others);
  }

  /** The same with more or fewer nodes, all like its first one. */
  public VirtualCluster withNodes(int count) {
    return groups.isEmpty()
        ? new VirtualCluster(name, count)
        : new VirtualCluster(name, count, List.of(groups.getFirst().withNodes(count)));
  }
}
