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

  /** GPUs of a node of a virtual cluster; of its first one where they differ. */
  public int gpusPerNode(VirtualCluster virtualCluster) {
    return groups(virtualCluster).getFirst().gpusPerNode();
  }

  /** Whether all nodes have equally many GPUs. */
  public boolean hasEqualNodes() {
    return areEqual(groups());
  }

  private static boolean areEqual(List<NodeGroup> groups) {
    return groups.stream().mapToInt(NodeGroup::gpusPerNode).distinct().count() == 1;
  }

  /** The virtual clusters whose nodes differ in their number of GPUs. */
  public List<VirtualCluster> mixed() {
    return virtualClusters.stream().filter(vc -> !areEqual(groups(vc))).toList();
  }

  /**
   * The same cluster as a simulation takes it: virtual clusters have groups only where their nodes
   * have another number of GPUs than those of the cluster, and each GPU has the memory of the least
   * of all.
   *
   * @throws IllegalStateException if nodes of one virtual cluster differ in their number of GPUs
   */
  public ClusterDescription uniform() {
    if (!mixed().isEmpty()) {
      throw new IllegalStateException("nodes are of several kinds: " + mixed());
    }
    List<NodeGroup> all = groups();
    int common = hasEqualNodes() ? all.getFirst().gpusPerNode() : gpusPerNode;
    int memoryMib = all.stream().mapToInt(NodeGroup::gpuMemoryMib).min().orElseThrow();
    int cpus = all.size() == 1 ? all.getFirst().cpusPerNode() : cpusPerNode;
    return new ClusterDescription(
        virtualClusters.stream().map(vc -> uniform(vc, common, memoryMib)).toList(),
        common,
        cpus,
        memoryMib);
  }

  private VirtualCluster uniform(VirtualCluster vc, int common, int memoryMib) {
    int gpus = gpusPerNode(vc);
    return gpus == common
        ? new VirtualCluster(vc.name(), vc.nodeCount())
        : new VirtualCluster(
            vc.name(),
            vc.nodeCount(),
            List.of(new NodeGroup(vc.nodeCount(), gpus, "", 0, 0, memoryMib)));
  }
}
