package org.limpid.data.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.VirtualCluster;

/**
 * The virtual clusters and the load that each is to see.
 *
 * <p>Where none are given, there are as many nodes as the jobs per day ask for: 135 x {@link
 * GeneratorOptions#scale()}. They are dealt out by walking round {@link #PATTERN} until none are
 * left; the last one takes what remains. So a larger trace gets <em>more</em> virtual clusters of
 * the usual sizes, as a larger site has, not larger ones; a scheduler's work per virtual cluster
 * stays what it was.
 *
 * <p>Virtual cluster i, given or not, behaves like row i mod 15 of the pattern: its share of the
 * jobs is in proportion to nodes x jobsPerNode, and its load is the row's, lower or higher as
 * {@link GeneratorOptions#load()} is to that of Venus.
 */
final class ClusterModel {
  static final int GPUS_PER_NODE = 8;
  static final int CPUS_PER_NODE = 96;

  static final int DEFAULT_NODES = 135;
  private static final int LARGE_NODES = 16;

  /** Lower loads come out less low than is aimed for, so less is aimed for; measured. */
  private static final double LOAD_EXPONENT = 1.4;

  /**
   * Fifteen kinds of virtual clusters: sizes, job density and load like those of Venus (one of nine
   * nodes has a third of the jobs; loads of 0.65 to 1.1, 0.89 in all), in an order of our own in
   * which every beginning has large and small ones.
   */
  private static final List<Kind> PATTERN =
      List.of(
          new Kind(12, 8, .80),
          new Kind(9, 33, .92),
          new Kind(20, 3, 1.05),
          new Kind(5, 24, .92),
          new Kind(8, 14, .78),
          new Kind(32, 2.5, .90),
          new Kind(6, 5, .79),
          new Kind(11, 6, .86),
          new Kind(4, 5, .84),
          new Kind(10, 3.5, .90),
          new Kind(8, 3.5, .85),
          new Kind(3, 9, .65),
          new Kind(4, 3, .78),
          new Kind(2, 8, .90),
          new Kind(1, 3, .95));

  private final List<VirtualCluster> clusters;
  private final double[] jobShares;
  private final double[] loads;

  private ClusterModel(List<VirtualCluster> clusters, double load) {
    this.clusters = List.copyOf(clusters);
    jobShares =
        Weights.normalised(
            IntStream.range(0, clusters.size())
                .mapToDouble(i -> clusters.get(i).nodeCount() * kind(i).jobsPerNode())
                .toArray());
    double factor = StrictMath.pow(load / GeneratorOptions.DEFAULT_LOAD, LOAD_EXPONENT);
    loads = IntStream.range(0, clusters.size()).mapToDouble(i -> factor * kind(i).load()).toArray();
  }

  static ClusterModel of(GeneratorOptions options) {
    return new ClusterModel(
        options.virtualClusters().isEmpty()
            ? dealt(Math.max(1, Math.round(DEFAULT_NODES * options.scale())))
            : options.virtualClusters(),
        options.load());
  }

  private static List<VirtualCluster> dealt(long nodes) {
    List<Integer> sizes = new ArrayList<>();
    for (long left = nodes; left > 0; left -= sizes.getLast()) {
      sizes.add((int) Math.min(left, kind(sizes.size()).nodes()));
    }
    int digits = Math.max(2, Integer.toString(sizes.size()).length());
    return IntStream.range(0, sizes.size())
        .mapToObj(i -> new VirtualCluster("vc" + padded(i + 1, digits), sizes.get(i)))
        .toList();
  }

  /** A number with leading zeros, the same in every locale. */
  static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  private static Kind kind(int index) {
    return PATTERN.get(index % PATTERN.size());
  }

  int size() {
    return clusters.size();
  }

  VirtualCluster get(int index) {
    return clusters.get(index);
  }

  ClusterDescription description() {
    return new ClusterDescription(
        clusters, GPUS_PER_NODE, CPUS_PER_NODE, WorkloadModel.GPU_MEMORY_MIB);
  }

  /** Share of all jobs that virtual cluster {@code index} is to get, 0..1. */
  double jobShare(int index) {
    return jobShares[index];
  }

  /** Relative number of jobs per node of virtual cluster {@code index}; the median is about 5. */
  double jobsPerNode(int index) {
    return kind(index).jobsPerNode();
  }

  /** GPU-seconds submitted per GPU-second of virtual cluster {@code index}, in the long run. */
  double load(int index) {
    return loads[index];
  }

  int gpus(int index) {
    return clusters.get(index).nodeCount() * GPUS_PER_NODE;
  }

  private boolean isLarge(int index) {
    return clusters.get(index).nodeCount() >= LARGE_NODES;
  }

  /**
   * Largest job of virtual cluster {@code index}: two thirds of the nodes of a large one, half of
   * others, rounded down, at least one node. So it also fits after the cluster has given a node
   * away, unless that was its only one.
   */
  int maxGpuCount(int index) {
    int nodes = clusters.get(index).nodeCount();
    return Math.max(1, isLarge(index) ? nodes * 2 / 3 : nodes / 2) * GPUS_PER_NODE;
  }

  /**
   * A kind of virtual cluster.
   *
   * @param nodes its size where sizes are not given
   * @param jobsPerNode relative number of jobs per node
   * @param load GPU-seconds submitted per GPU-second
   */
  private record Kind(int nodes, double jobsPerNode, double load) {}
}
