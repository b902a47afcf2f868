package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.limpid.data.ClusterDescription;
import org.limpid.data.NodeGroup;
import org.limpid.data.PeakUse;
import org.limpid.data.VirtualCluster;
import org.limpid.data.generate.WorkloadModel;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/**
 * Makes virtual clusters of the nodes of a trace that has none: pools of nodes that are alike, and
 * finds one for each job. Not safe for several threads.
 */
final class GpuPools {
  static final ImportOption<Kind> KIND =
      ImportOption.choice(
          "pools",
          "KIND",
          Kind.class,
          kinds(),
          "What nodes of a virtual cluster have in common: type, and so many GPUs; or size, which"
              + " is the number of GPUs only.",
          "Default: type.");

  /** Why a job that no pool has a place for is left out. */
  static final String TOO_LARGE = "larger than what there is of their GPU types";

  private final Kind kind;
  private final Map<NodeGroup, Integer> nodes = new LinkedHashMap<>();
  private List<Pool> pools;

  /** What the nodes of a pool have in common. */
  enum Kind {
    TYPE,
    SIZE
  }

  /** A pool, and the GPUs that its jobs asked for so far. */
  private static final class Pool {
    private final long gpus;
    private final Set<String> types;
    private VirtualCluster nodes;
    private long asked;

    Pool(String name, List<NodeGroup> groups) {
      nodes =
          new VirtualCluster(name, groups.stream().mapToInt(NodeGroup::nodeCount).sum(), groups);
      gpus = groups.stream().mapToLong(NodeGroup::gpuCount).sum();
      types = groups.stream().map(NodeGroup::gpuType).collect(Collectors.toSet());
    }

    boolean fits(Collection<String> allowed, int jobGpus, boolean onOneNode) {
      long most = onOneNode ? nodes.groups().getFirst().gpusPerNode() : gpus;
      return jobGpus <= most && (allowed.isEmpty() || allowed.stream().anyMatch(types::contains));
    }

    double loadWith(int jobGpus) {
      return (double) (asked + jobGpus) / gpus;
    }
  }

  GpuPools(ImportRequest request) {
    kind = request.get(KIND).orElse(Kind.TYPE);
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("type", Kind.TYPE);
    kinds.put("size", Kind.SIZE);
    return kinds;
  }

  /** Adds a node; its processors and memory may be 0: unknown. */
  void addNode(String gpuType, int gpus, int cpus, long memoryMib) {
    nodes.merge(
        new NodeGroup(1, gpus, gpuType, cpus, memoryMib, WorkloadModel.GPU_MEMORY_MIB),
        1,
        Integer::sum);
  }

  /**
   * The virtual clusters, by name.
   *
   * @param file where the nodes stand, for messages
   * @throws DataException if there are none, or too many
   */
  ClusterDescription cluster(Path file) {
    long count = nodes.values().stream().mapToLong(Integer::longValue).sum();
    if (count < 1 || count > ClusterDescription.MAX_NODES) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected 1 to %,d nodes with GPUs, found %,d"
                  .formatted(ClusterDescription.MAX_NODES, count),
              ""));
    }
    int usual = nodes.keySet().stream().mapToInt(NodeGroup::gpusPerNode).max().orElseThrow();
    return new ClusterDescription(
        pools().stream().map(pool -> pool.nodes).toList(), usual, 0, WorkloadModel.GPU_MEMORY_MIB);
  }

  private List<Pool> pools() {
    if (pools == null) {
      Map<String, List<NodeGroup>> byName = new TreeMap<>();
      nodes.forEach((node, count) ->
          byName.computeIfAbsent(name(node), _ -> new ArrayList<>()).add(node.withNodes(count)));
      pools = new ArrayList<>();
      byName.forEach((name, groups) -> pools.add(new Pool(name, groups)));
    }
    return pools;
  }

  private String name(NodeGroup node) {
    if (kind == Kind.SIZE) {
      return "gpus-" + node.gpusPerNode();
    }
    boolean isOnlySize =
        nodes.keySet().stream()
            .filter(each -> each.gpuType().equals(node.gpuType()))
            .allMatch(each -> each.gpusPerNode() == node.gpusPerNode());
    return isOnlySize ? node.gpuType() : node.gpuType() + "-" + node.gpusPerNode();
  }

  /**
   * The pool of a job: of those that have a type that it may run on and are large enough, the one
   * with the fewest GPUs asked for so far, this job included, per GPU that it has; of equal ones
   * the first by name. Durations play no part.
   *
   * @param allowed GPU types; empty: any
   * @param onOneNode whether one node must have all its GPUs
   * @return empty if no pool has a place for it
   */
  Optional<String> poolFor(Collection<String> allowed, int gpus, boolean onOneNode) {
    Optional<Pool> best =
        pools().stream()
            .filter(pool -> pool.fits(allowed, gpus, onOneNode))
            .min(Comparator.comparingDouble(pool -> pool.loadWith(gpus)));
    best.ifPresent(pool -> pool.asked += gpus);
    return best.map(pool -> pool.nodes.name());
  }

  /**
   * Gives each pool as many nodes as its jobs held at once, if they started when they were
   * submitted, and no fewer than it has.
   *
   * @return the pools that got some, for users
   */
  List<String> growToUse(ImportedJobs jobs) {
    Map<String, PeakUse> used = new HashMap<>();
    jobs.all()
        .forEach(job ->
            used.computeIfAbsent(job.virtualCluster(), _ -> new PeakUse())
                .add(job.submitSeconds(), job.durationSeconds(), job.gpuCount()));
    List<String> grown = new ArrayList<>();
    for (Pool pool : pools()) {
      long peak = used.getOrDefault(pool.nodes.name(), new PeakUse()).gpus();
      if (peak > pool.gpus) {
        int before = pool.nodes.nodeCount();
        pool.nodes = pool.nodes.withGpus(Math.toIntExact(peak), 1);
        grown.add(
            "%s %,d in place of %,d".formatted(pool.nodes.name(), pool.nodes.nodeCount(), before));
      }
    }
    return grown;
  }

  /** What was made of the nodes, for users. */
  List<String> notes() {
    String each =
        pools().stream()
            .map(pool -> "%s %,d".formatted(pool.nodes.name(), pool.gpus))
            .collect(Collectors.joining(", "));
    return List.of(
        "The trace has no virtual clusters: nodes that are alike make up one, with so many GPUs: %s."
            .formatted(each),
        "A job that may run in several of them belongs to the one where the fewest GPUs were asked"
            + " for so far per GPU.",
        "The trace doesn't tell the memory of GPUs: it is taken to be %,d MiB."
            .formatted(WorkloadModel.GPU_MEMORY_MIB));
  }
}
