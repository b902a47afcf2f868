package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.ClusterDescription;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * The cluster of a run of ElasticFlow's artifact: all nodes in one virtual cluster, as options give
 * them or a cluster file of the artifact; else as they follow from use.
 */
final class ElasticMachines {
  static final ImportOption<Long> NODES =
      ImportOption.of(
          "nodes", "N", Long.class, "Nodes of the cluster. Without it they follow from use.");
  static final ImportOption<Path> CLUSTER =
      ImportOption.of(
          "cluster",
          "FILE",
          Path.class,
          "Cluster file of the artifact, such as n16g8.csv, in place of --nodes.");

  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(Column.NUM_SWITCH, Column.NUM_NODE_P_SWITCH, Column.NUM_GPU_P_NODE),
              List.of())
          .ignoringOthers();

  private enum Column {
    NUM_SWITCH,
    NUM_NODE_P_SWITCH,
    NUM_GPU_P_NODE
  }

  private record Size(long nodes, int gpusPerNode) {}

  private final ImportRequest request;

  ElasticMachines(ImportRequest request) {
    this.request = request;
  }

  /**
   * The cluster.
   *
   * @param name of its virtual cluster
   * @throws DataException if an option or the file gives no cluster
   */
  ClusterDescription of(ImportRun run, String name) {
    Optional<Path> file = request.get(CLUSTER);
    Optional<Long> nodes = request.get(NODES);
    if (file.isPresent() && (nodes.isPresent() || hasGpusPerNode())) {
      throw refused(CLUSTER, "expected either this or --nodes and --gpus-per-node", "");
    }
    UsedMachines used = new UsedMachines(request);
    if (file.isPresent()) {
      return cluster(read(file.get()), name);
    }
    if (nodes.isPresent()) {
      requireFew("--" + NODES.name(), nodes.get());
      return cluster(new Size(nodes.get(), used.gpusPerNode()), name);
    }
    return used.fromUse(request.path(), run.jobs(), run.notes());
  }

  private boolean hasGpusPerNode() {
    return request.get(UsedMachines.GPUS_PER_NODE).isPresent();
  }

  private static ClusterDescription cluster(Size size, String name) {
    return new UsedMachines(size.gpusPerNode()).cluster(Map.of(name, (int) size.nodes()));
  }

  private static Size read(Path file) {
    Problems problems = new Problems();
    List<Size> sizes = new ArrayList<>();
    CsvInput.read(file, SCHEMA, problems, row -> sizes.add(size(row)));
    if (problems.isEmpty() && sizes.size() != 1) {
      problems.add(file, "expected one row, found " + sizes.size(), "");
    }
    problems.throwIfAny();
    requireFew(file.toString(), sizes.getFirst().nodes());
    return sizes.getFirst();
  }

  private static Size size(CsvRow row) {
    long switches = row.wholeNumber(Column.NUM_SWITCH, 1, ClusterDescription.MAX_NODES, "");
    long nodes = row.wholeNumber(Column.NUM_NODE_P_SWITCH, 1, ClusterDescription.MAX_NODES, "");
    long gpus = row.wholeNumber(Column.NUM_GPU_P_NODE, 1, ClusterDescription.MAX_GPUS_PER_NODE, "");
    return new Size(switches * nodes, (int) gpus);
  }

  private static void requireFew(String place, long nodes) {
    if (nodes < 1 || nodes > ClusterDescription.MAX_NODES) {
      throw new DataException(
          Problem.of(
              place,
              "expected 1 to %,d nodes in all, found %,d"
                  .formatted(ClusterDescription.MAX_NODES, nodes),
              ""));
    }
  }

  static DataException refused(ImportOption<?> option, String message, String hint) {
    return new DataException(Problem.of("--" + option.name(), message, hint));
  }
}
