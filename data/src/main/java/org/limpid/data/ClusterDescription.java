package org.limpid.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A GPU cluster, divided into virtual clusters. Its nodes are alike but for those of virtual
 * clusters that have {@link NodeGroup}s.
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
    return virtualClusters.stream().mapToInt(this::gpuCount).sum();
  }

  /** Number of GPUs of a virtual cluster. */
  public int gpuCount(VirtualCluster virtualCluster) {
    return groups(virtualCluster).stream().mapToInt(NodeGroup::gpuCount).sum();
  }

  /** The nodes of a virtual cluster by kind. */
  public List<NodeGroup> groups(VirtualCluster virtualCluster) {
    return virtualCluster.groups().isEmpty()
        ? List.of(
            new NodeGroup(
                virtualCluster.nodeCount(), gpusPerNode, "", cpusPerNode, 0, gpuMemoryMib))
        : virtualCluster.groups();
  }

  /** All nodes by kind, in order of appearance. */
  public List<NodeGroup> groups() {
    Map<NodeGroup, Integer> counts = new LinkedHashMap<>();
    for (VirtualCluster each : virtualClusters) {
      groups(each)
          .forEach(group -> counts.merge(group.withNodes(1), group.nodeCount(), Integer::sum));
    }
    List<NodeGroup> groups = new ArrayList<>();
    counts.forEach((kind, count) -> groups.add(kind.withNodes(count)));
    return groups;
  }

  /**
   * The same cluster without groups of nodes.
   *
   * @throws IllegalStateException if its nodes are not all alike
   */
  public ClusterDescription uniform() {
    List<NodeGroup> groups = groups();
    if (groups.size() > 1) {
      throw new IllegalStateException("nodes are of several kinds: " + groups);
    }
    NodeGroup all = groups.getFirst();
    return new ClusterDescription(
        virtualClusters.stream().map(vc -> new VirtualCluster(vc.name(), vc.nodeCount())).toList(),
        all.gpusPerNode(),
        all.cpusPerNode(),
        all.gpuMemoryMib());
  }
}
