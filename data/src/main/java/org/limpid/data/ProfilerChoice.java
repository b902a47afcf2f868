package org.limpid.data;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Where Lucid's profiler takes its nodes when nobody says so: 2 of every 135, as in the paper, at
 * least 2. Each comes from another virtual cluster, the largest first (equal ones in their order);
 * the next largest is the lender. Only those are asked whose largest job fits what is left. Where
 * that makes too few, each gives more, but of every 135 nodes 2 at most (rounded up). With still
 * too few there are fewer nodes, then no lender, then no profiler. Jobs of at most 8 GPUs are
 * profiled, or of one GPU per node where there are more than 8 nodes.
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
    List<Giver> givers =
        cluster.virtualClusters().stream()
            .map(vc -> Giver.of(vc, largestJob.applyAsInt(vc.name()), gpusPerNode))
            .filter(giver -> giver.most() > 0)
            .sorted(Comparator.comparingInt(giver -> -giver.nodes()))
            .toList();
    return givers.isEmpty() ? Optional.empty() : Optional.of(of(cluster.nodeCount(), givers));
  }

  /**
   * A virtual cluster and how many nodes it can give.
   *
   * @param nodes all that it has
   */
  private record Giver(String name, int nodes, int most) {
    static Giver of(VirtualCluster vc, int largestJob, int gpusPerNode) {
      int needed = Math.max(1, Math.ceilDiv(largestJob, gpusPerNode));
      int share = (int) Math.ceil(vc.nodeCount() * SHARE_OF_NODES);
      return new Giver(vc.name(), vc.nodeCount(), Math.min(share, vc.nodeCount() - needed));
    }
  }

  /** Chooses for the jobs of a trace. */
  public static Optional<ProfilerDescription> of(ClusterDescription cluster, Trace trace) {
    Map<String, Integer> largest = new HashMap<>();
    for (int row = 0; row < trace.size(); row++) {
      largest.merge(trace.virtualCluster(row), trace.gpuCount(row), Math::max);
    }
    return of(cluster, name -> largest.getOrDefault(name, 0));
  }

  private static ProfilerDescription of(int clusterNodes, List<Giver> givers) {
    int wanted = Math.max(2, (int) Math.round(clusterNodes * SHARE_OF_NODES));
    int asked = Math.min(wanted, Math.max(1, givers.size() - 1));
    boolean lends = givers.size() > asked;
    List<String> takenFrom = rounds(givers.subList(0, asked), wanted);
    int nodes = takenFrom.size();
    return new ProfilerDescription(
        nodes,
        TIME_LIMIT_SECONDS,
        Math.max(1, MAX_GPU_COUNT / nodes),
        takenFrom.subList(0, period(takenFrom)),
        lends ? givers.get(asked).name() : null,
        lends ? 1 : 0);
  }

  /** Each gives one node in each round, as long as it can and more are wanted. */
  private static List<String> rounds(List<Giver> givers, int wanted) {
    int most = givers.stream().mapToInt(Giver::most).max().orElse(0);
    return IntStream.range(0, most)
        .boxed()
        .flatMap(round -> givers.stream().filter(giver -> giver.most() > round))
        .limit(wanted)
        .map(Giver::name)
        .toList();
  }

  /** After how many names they only repeat. */
  private static int period(List<String> names) {
    int period = 1;
    for (int i = 1; i < names.size(); i++) {
      period = names.get(i).equals(names.get(i % period)) ? period : i + 1;
    }
    return period;
  }
}
