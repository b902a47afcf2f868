package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.files.DataException;

/** The nodes that the user of an import gives, where its table names none. */
final class ChosenNodes {
  static final ImportOption<String> NODES =
      ImportOption.of(
          "nodes",
          "VC=N,...",
          String.class,
          "Nodes of each virtual cluster, or N of the only one. Without it they follow from use.");

  private final Optional<NodeSizes> sizes;

  ChosenNodes(ImportRequest request) {
    sizes = request.get(NODES).map(NodeSizes::parse);
  }

  boolean isEmpty() {
    return sizes.isEmpty();
  }

  /** The name that the option has for the only virtual cluster, if it has one. */
  Optional<String> onlyName() {
    return sizes.flatMap(NodeSizes::onlyName);
  }

  /**
   * The cluster with these nodes. Jobs that it has no place for are left out.
   *
   * @param named whether the table names virtual clusters, and not the importer
   * @throws DataException if the option names other ones, or no job is left
   */
  ClusterDescription cluster(ImportRun run, Path table, UsedMachines machines, boolean named) {
    TreeSet<String> names =
        run.jobs()
            .all()
            .map(Trace.Job::virtualCluster)
            .collect(Collectors.toCollection(TreeSet::new));
    ClusterDescription cluster = machines.cluster(sizes.orElseThrow().of(names, named));
    leaveOutHomeless(run.jobs(), cluster);
    run.requireJobs(table, "Maybe nodes have more GPUs: --gpus-per-node.");
    run.notes()
        .add(
            "Nodes have %d GPUs of %,d MiB."
                .formatted(cluster.gpusPerNode(), cluster.gpuMemoryMib()));
    return cluster;
  }

  private static void leaveOutHomeless(ImportedJobs jobs, ClusterDescription cluster) {
    Map<String, Integer> gpus =
        cluster.virtualClusters().stream()
            .collect(Collectors.toMap(VirtualCluster::name, cluster::gpuCount));
    jobs.leaveOutJobs(job -> {
      Integer most = gpus.get(job.virtualCluster());
      if (most == null) {
        return "of a virtual cluster that --nodes doesn't name";
      }
      return job.gpuCount() > most ? "larger than its virtual cluster" : null;
    });
  }
}
