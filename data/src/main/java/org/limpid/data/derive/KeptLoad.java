package org.limpid.data.derive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.ClusterDescription;
import org.limpid.data.NodeGroup;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;

/** How much of the GPU time of each virtual cluster is in a sample. */
final class KeptLoad {
  private final Trace trace;
  private final double[] all;
  private final double[] kept;
  private final Map<String, Integer> largest = new HashMap<>();

  KeptLoad(Trace trace) {
    this.trace = trace;
    all = new double[trace.virtualClusterNames().size()];
    kept = new double[all.length];
  }

  /** Counts a job of the time and virtual clusters that are wanted. */
  void add(int row, boolean isKept) {
    int index = trace.virtualClusterIndex(row);
    double gpuSeconds = (double) trace.durationSeconds(row) * trace.gpuCount(row);
    all[index] += gpuSeconds;
    if (isKept) {
      kept[index] += gpuSeconds;
      largest.merge(trace.virtualCluster(row), trace.gpuCount(row), Math::max);
    }
  }

  /** GPUs of the largest job in the sample; 0 where there is none. */
  int largestJob(String virtualCluster) {
    return largest.getOrDefault(virtualCluster, 0);
  }

  /**
   * A virtual cluster with as much of its nodes as of its GPU time, at least one of each kind and
   * enough for the largest job.
   */
  VirtualCluster scaled(ClusterDescription cluster, VirtualCluster whole) {
    int index = trace.virtualClusterNames().indexOf(whole.name());
    double share = index < 0 || all[index] == 0 ? 0 : kept[index] / all[index];
    VirtualCluster scaled =
        whole.groups().isEmpty()
            ? new VirtualCluster(
                whole.name(),
                Math.max(
                    nodes(whole.nodeCount(), share),
                    Math.ceilDiv(largestJob(whole.name()), cluster.gpusPerNode())))
            : scaledGroups(whole, share);
    return cluster.gpuCount(scaled) < largestJob(whole.name()) ? whole : scaled;
  }

  private static VirtualCluster scaledGroups(VirtualCluster whole, double share) {
    List<NodeGroup> groups =
        whole.groups().stream()
            .map(group -> group.withNodes(nodes(group.nodeCount(), share)))
            .toList();
    return new VirtualCluster(
        whole.name(), groups.stream().mapToInt(NodeGroup::nodeCount).sum(), groups);
  }

  private static int nodes(int count, double share) {
    return (int) Math.max(1, Math.round(count * share));
  }
}
