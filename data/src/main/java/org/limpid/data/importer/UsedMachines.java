package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.PeakUse;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.generate.WorkloadModel;
import org.limpid.files.DataException;
import org.limpid.files.Problems;

/**
 * The machines of a table that names none, as far as {@link UsedGpus} tells them: options of its
 * import and what follows from them.
 */
final class UsedMachines {
  static final ImportOption<Long> GPUS_PER_NODE =
      ImportOption.of("gpus-per-node", "N", Long.class, "GPUs of each node (8).");
  static final ImportOption<Double> CAPACITY =
      ImportOption.of(
          "capacity",
          "SHARE",
          Double.class,
          "Share of the time in which the GPUs of a virtual cluster would suffice if no job waited;"
              + " with 1 they suffice at its peak (0.75).");

  private static final long DEFAULT_GPUS_PER_NODE = 8;

  /** What gives Venus the nodes that it had, see {@link UsedGpus}. */
  private static final double DEFAULT_CAPACITY = 0.75;

  private final int gpusPerNode;
  private final double capacity;

  /**
   * Reads the options.
   *
   * @throws DataException if a value is of no use
   */
  UsedMachines(ImportRequest request) {
    Problems problems = new Problems();
    capacity = request.get(CAPACITY).orElse(DEFAULT_CAPACITY);
    long gpus = request.get(GPUS_PER_NODE).orElse(DEFAULT_GPUS_PER_NODE);
    if (!(capacity > 0 && capacity <= 1)) {
      refuse(problems, CAPACITY, "expected a share above 0 and at most 1, found " + capacity);
    }
    if (gpus < 1 || gpus > ClusterDescription.MAX_GPUS_PER_NODE) {
      refuse(
          problems,
          GPUS_PER_NODE,
          "expected 1 to %d, found %d".formatted(ClusterDescription.MAX_GPUS_PER_NODE, gpus));
    }
    problems.throwIfAny();
    gpusPerNode = (int) gpus;
  }

  /** Nodes with so many GPUs. */
  UsedMachines(int gpusPerNode) {
    this.gpusPerNode = gpusPerNode;
    capacity = DEFAULT_CAPACITY;
  }

  private static void refuse(Problems problems, ImportOption<?> option, String message) {
    problems.add(Path.of("--" + option.name()), message, "");
  }

  int gpusPerNode() {
    return gpusPerNode;
  }

  /** Virtual clusters with these nodes, in this order. */
  ClusterDescription cluster(Map<String, Integer> nodes) {
    return new ClusterDescription(
        nodes.entrySet().stream()
            .map(each -> new VirtualCluster(each.getKey(), each.getValue()))
            .toList(),
        gpusPerNode,
        0,
        WorkloadModel.GPU_MEMORY_MIB);
  }

  /**
   * The machines that follow from use.
   *
   * @param notes where it is told
   * @throws DataException if they are too many to be true
   */
  ClusterDescription fromUse(Path table, ImportedJobs jobs, List<String> notes) {
    NavigableMap<String, UsedGpus> used = new TreeMap<>();
    jobs.all()
        .forEach(job -> used.computeIfAbsent(job.virtualCluster(), _ -> new UsedGpus()).add(job));
    List<String> ofSpare = new ArrayList<>();
    NavigableMap<String, Long> nodes = nodes(used, ofSpare);
    ClusterDescription cluster = counted(table, nodes);
    notes.add(text(cluster, used.values().stream().mapToLong(UsedGpus::peak).sum()));
    notes.addAll(ofSpare);
    return cluster;
  }

  /**
   * The machines that jobs held at once when they ran in reality: the fewest that there can have
   * been.
   *
   * @param known nodes of the only virtual cluster, if the log tells them; they are taken if they
   *     are enough for its largest job
   * @param notes where it is told
   * @throws DataException if they are too many to be true
   */
  ClusterDescription fromStarts(
      Path log, ImportedJobs jobs, Optional<Integer> known, List<String> notes) {
    NavigableMap<String, PeakUse> used = new TreeMap<>();
    NavigableMap<String, Integer> largest = new TreeMap<>();
    jobs.all()
        .forEach(job -> {
          used.computeIfAbsent(job.virtualCluster(), _ -> new PeakUse())
              .add(start(job), job.durationSeconds(), job.gpuCount());
          largest.merge(job.virtualCluster(), job.gpuCount(), Math::max);
        });
    NavigableMap<String, Long> nodes = new TreeMap<>();
    used.forEach((name, use) -> nodes.put(name, Math.ceilDiv(use.gpus(), gpusPerNode)));
    long peaks = sum(nodes);
    boolean told = known.filter(each -> each >= largest(largest)).isPresent();
    if (told) {
      nodes.replaceAll((_, _) -> (long) known.orElseThrow());
    }
    ClusterDescription cluster = counted(log, nodes);
    notes.add(
        (told
                ? "The log tells of %,d nodes, here with %d GPUs each; its jobs held at most %,d at"
                    + " once."
                : "The log has no machines. Here are %,d nodes with %d GPUs each: the %,d that jobs"
                    + " of each virtual cluster held at once at most. --nodes gives others.")
            .formatted(cluster.nodeCount(), gpusPerNode, peaks));
    return cluster;
  }

  private long largest(Map<String, Integer> jobs) {
    return Math.ceilDiv(Collections.max(jobs.values()), gpusPerNode);
  }

  private static long start(Trace.Job job) {
    return job.attributes().has(JobAttribute.START_TIME)
        ? job.attributes().number(JobAttribute.START_TIME)
        : job.submitSeconds();
  }

  private static long sum(Map<String, Long> nodes) {
    return nodes.values().stream().mapToLong(Long::longValue).sum();
  }

  private ClusterDescription counted(Path table, NavigableMap<String, Long> nodes) {
    requireFew(table, sum(nodes));
    NavigableMap<String, Integer> few = new TreeMap<>();
    nodes.forEach((name, count) -> few.put(name, Math.toIntExact(count)));
    return cluster(few);
  }

  /**
   * Nodes by virtual cluster. A profiler takes a node: where no virtual cluster can spare one, the
   * largest has one more.
   */
  private NavigableMap<String, Long> nodes(
      NavigableMap<String, UsedGpus> used, List<String> notes) {
    NavigableMap<String, Long> nodes = new TreeMap<>();
    used.forEach((name, each) -> nodes.put(name, each.nodes(gpusPerNode, capacity)));
    boolean spare =
        used.entrySet().stream()
            .anyMatch(each -> nodes.get(each.getKey()) > each.getValue().fewestNodes(gpusPerNode));
    if (!spare) {
      String largest = Collections.max(nodes.entrySet(), Map.Entry.comparingByValue()).getKey();
      nodes.merge(largest, 1L, Long::sum);
      notes.add("%s has one node more, which a profiler can take.".formatted(largest));
    }
    return nodes;
  }

  private static void requireFew(Path table, long nodes) {
    Problems problems = new Problems();
    if (nodes > ClusterDescription.MAX_NODES) {
      problems.add(
          table,
          "expected jobs for at most %,d nodes, found jobs for %,d"
              .formatted(ClusterDescription.MAX_NODES, nodes),
          "Maybe a column is not what its name says.");
    }
    problems.throwIfAny();
  }

  private String text(ClusterDescription cluster, long peak) {
    return "The table has no machines. From use follow %,d nodes with %,d GPUs: whole nodes per virtual cluster that are enough %s if no job waited, for its mean use and for its largest job. The peaks add up to %,d GPUs."
        .formatted(
            cluster.nodeCount(),
            cluster.gpuCount(),
            capacity == 1 ? "all the time" : "for %s of the time".formatted(capacity),
            peak);
  }
}
