package org.limpid.data.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ProfilerChoice;
import org.limpid.data.ProfilerDescription;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code dataset.json}, which says what the other files of the folder are. */
final class DescriptionFile {
  static final String NAME = "dataset.json";

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private DescriptionFile() {}

  static void write(
      Path directory, GeneratorOptions options, LocalDate origin, ClusterDescription cluster)
      throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", "limpid-dataset/1");
    root.put("name", "generated-" + options.jobs() + "-jobs-seed-" + options.seed());
    root.put("title", title(options));
    root.putObject("time")
        .put("origin", origin + "T00:00:00")
        .put("startSeconds", options.historyDays() * 86_400L);
    root.putObject("cluster")
        .put("virtualClusters", TableFiles.VIRTUAL_CLUSTERS)
        .put("gpusPerNode", cluster.gpusPerNode())
        .put("cpusPerNode", cluster.cpusPerNode())
        .put("gpuMemoryMib", cluster.gpuMemoryMib());
    root.putObject("jobs").put("file", JobFiles.JOBS).put("format", "lucid");
    root.putObject("throughput")
        .put("series", TableFiles.THROUGHPUT)
        .put("forecast", TableFiles.FORECAST);
    root.putObject("estimates")
        .put("lucid", JobFiles.ESTIMATE_LUCID)
        .put("qssf", JobFiles.ESTIMATE_QSSF);
    root.putObject("profiles").put("single", TableFiles.SINGLES).put("colocated", TableFiles.PAIRS);
    // No job needs a whole virtual cluster, see ClusterModel.maxGpuCount.
    ProfilerChoice.of(cluster, name -> 0)
        .ifPresent(profiler -> add(root.putObject("profiler"), profiler));
    Files.write(directory.resolve(NAME), bytes(root), StandardOpenOption.CREATE_NEW);
  }

  private static String title(GeneratorOptions options) {
    return "Synthetic trace: "
        + (options.jobs() + " jobs in ")
        + (options.days() + " days, seed ")
        + options.seed();
  }

  private static void add(ObjectNode node, ProfilerDescription profiler) {
    node.put("nodes", profiler.nodeCount())
        .put("timeLimitSeconds", profiler.timeLimitSeconds())
        .put("gpuFactor", profiler.gpuFactor());
    profiler.takenFrom().forEach(node.putArray("takenFrom")::add);
    if (profiler.lender() != null) {
      node.put("lender", profiler.lender());
    }
    node.put("loanNodes", profiler.loanNodes());
  }

  /** Indented, with line feeds on every system. */
  private static byte[] bytes(ObjectNode root) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    String text = MAPPER.writer().with(printer).writeValueAsString(root);
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
