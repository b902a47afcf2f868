package org.limpid.data;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Where Lucid's profiler takes its nodes when nobody says so: 2 of every 135, as in the paper, at
 * least 2. Each comes from another virtual cluster, the largest first (equal ones in their order);
 * the next largest is the lender. Only those are asked whose largest job fits what is left. With
 * too few of them there are fewer nodes, then no lender, then no profiler. Jobs of at most 8 GPUs
 * are profiled, or of one GPU per node where there are more than 8 nodes.
 */
public final class ProfilerChoice {
  private static final double SHARE_OF_NODES = 2.0 / 135;
  private static final int TIME_LIMIT_SECONDS = 200;
  private static final int MAX_GPU_COUNT = 8;

  private ProfilerChoice() {}

  /**
   * Chooses.
   *
   * @param largestJob GPUs of the largest job of a virtual cluster, by its name
   * @return empty when no virtual cluster can spare a node, or nodes have unequal numbers of GPUs
   */
  public static Optional<ProfilerDescription> of(
      ClusterDescription cluster, ToIntFunction<String> largestJob) {
    if (!cluster.hasEqualNodes()) {
      return Optional.empty();
    }
    int gpusPerNode = cluster.groups().getFirst().gpusPerNode();
    List<String> givers =
        cluster.virtualClusters().stream()
            .filter(vc -> vc.nodeCount() > 1)
            .filter(vc -> largestJob.applyAsInt(vc.name()) <= (vc.nodeCount() - 1) * gpusPerNode)
            .sorted(Comparator.comparingInt(vc -> -vc.nodeCount()))
            .map(VirtualCluster::name)
            .toList();
    return givers.isEmpty() ? Optional.empty() : Optional.of(of(cluster.nodeCount(), givers));
  }

  /** Chooses for the jobs of a trace. */
  public static Optional<ProfilerDescription> of(ClusterDescription cluster, Trace trace) {
    Map<String, Integer> largest = new HashMap<>();
    for (int row = 0; row < trace.size(); row++) {
      largest.merge(trace.virtualCluster(row), trace.gpuCount(row), Math::max);
    }
    return of(cluster, name -> largest.getOrDefault(name, 0));
  }

  private static ProfilerDescription of(int clusterNodes, List<String> givers) {
    long wanted = Math.max(2, Math.round(clusterNodes * SHARE_OF_NODES));
    int nodes = (int) Math.min(wanted, Math.max(1, givers.size() - 1));
    boolean lends = givers.size() > nodes;
    return new ProfilerDescription(
        nodes,
        TIME_LIMIT_SECONDS,
        Math.max(1, MAX_GPU_COUNT / nodes),
        givers.subList(0, nodes),
        lends ? givers.get(nodes) : null,
        lends ? 1 : 0);
  }
}
