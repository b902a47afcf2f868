package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.limpid.results.JobTable;

/**
 * The nodes of virtual clusters in the order in which figures show them, from top to bottom: the
 * clusters by name, in each the nodes by number, at last the one that was lent. Nodes beyond the
 * last one that had a job are not known.
 */
final class NodeRows {
  private final List<Node> nodes;
  private final Map<Node, Integer> places = new HashMap<>();
  private final NodeKinds kinds;
  private final JobTable jobs;

  private NodeRows(List<Node> nodes, NodeKinds kinds, JobTable jobs) {
    this.nodes = List.copyOf(nodes);
    this.kinds = kinds;
    this.jobs = jobs;
    for (int i = 0; i < nodes.size(); i++) {
      places.put(nodes.get(i), i);
    }
  }

  /** A node of a virtual cluster, by their numbers. */
  record Node(int virtualCluster, int number) {
    boolean isLent() {
      return number == Occupancy.LENT_NODE;
    }
  }

  /** The nodes that had jobs, and those between them; for -1 of all virtual clusters. */
  static NodeRows of(Occupancy occupancy, NodeKinds kinds, int onlyCluster) {
    Map<Integer, Integer> lastOfCluster = new TreeMap<>();
    Map<Integer, Boolean> lends = new TreeMap<>();
    for (Occupancy.Gpu gpu : occupancy.gpus()) {
      if (onlyCluster < 0 || gpu.virtualCluster() == onlyCluster) {
        boolean lent = gpu.node() == Occupancy.LENT_NODE;
        lends.merge(gpu.virtualCluster(), lent, Boolean::logicalOr);
        lastOfCluster.merge(gpu.virtualCluster(), lent ? -1 : gpu.node(), Math::max);
      }
    }
    List<String> names = occupancy.jobs().virtualClusters().names();
    List<Node> nodes = new ArrayList<>();
    lastOfCluster.keySet().stream()
        .sorted(Comparator.comparing(names::get))
        .forEachOrdered(cluster -> {
          for (int number = 0; number <= lastOfCluster.get(cluster); number++) {
            nodes.add(new Node(cluster, number));
          }
          if (lends.get(cluster)) {
            nodes.add(new Node(cluster, Occupancy.LENT_NODE));
          }
        });
    return new NodeRows(nodes, kinds, occupancy.jobs());
  }

  /**
   * The same with the largest virtual clusters only.
   *
   * @param mostNodes more nodes are not shown, unless they are those of one virtual cluster
   * @param mostClusters more virtual clusters are not shown
   */
  NodeRows largest(int mostNodes, int mostClusters) {
    Map<Integer, Long> sizes =
        nodes.stream()
            .collect(
                Collectors.groupingBy(
                    Node::virtualCluster, LinkedHashMap::new, Collectors.counting()));
    Set<Integer> kept = new HashSet<>();
    long room = mostNodes;
    for (Map.Entry<Integer, Long> cluster :
        sizes.entrySet().stream()
            .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
            .toList()) {
      room -= cluster.getValue();
      if (kept.isEmpty() || room >= 0 && kept.size() < mostClusters) {
        kept.add(cluster.getKey());
      }
    }
    List<Node> shown = nodes.stream().filter(node -> kept.contains(node.virtualCluster())).toList();
    return new NodeRows(shown, kinds, jobs);
  }

  List<Node> nodes() {
    return nodes;
  }

  /** GPUs of a node. */
  int gpus(Node node) {
    return kinds.gpus(node.virtualCluster());
  }

  /** GPUs of the largest of the nodes. */
  int gpusPerNode() {
    return nodes.stream().mapToInt(this::gpus).max().orElse(1);
  }

  /** What a node is, in words such as {@code 2 P100}. */
  String kind(Node node) {
    return kinds.words(node.virtualCluster());
  }

  /** Whether some nodes of the run are others than the rest. */
  boolean haveKinds() {
    return kinds.differ();
  }

  /** The place of a GPU's node, from 0 at the top; -1 if it is not shown. */
  int place(Occupancy.Gpu gpu) {
    return places.getOrDefault(new Node(gpu.virtualCluster(), gpu.node()), -1);
  }

  String clusterName(Node node) {
    return jobs.virtualClusters().names().get(node.virtualCluster());
  }
}
