package org.limpid.data.io;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.limpid.data.ProfilerDescription;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code dataset.json}. */
final class DescriptionWriter {
  private DescriptionWriter() {}

  static byte[] bytes(DatasetDescription description) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    String json = JsonMapper.shared().writer().with(printer).writeValueAsString(tree(description));
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> tree(DatasetDescription description) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", DatasetDescription.FORMAT);
    tree.put("name", description.name());
    tree.put("title", description.title());
    tree.put("time", time(description.time()));
    tree.put("cluster", cluster(description.cluster()));
    tree.put("jobs", jobs(description.jobs()));
    if (description.throughput() != null) {
      tree.put("throughput", throughput(description.throughput()));
    }
    if (!description.estimates().isEmpty()) {
      tree.put("estimates", description.estimates());
    }
    if (description.profiles() != null) {
      tree.put("profiles", profiles(description.profiles()));
    }
    if (description.profiler() != null) {
      tree.put("profiler", profiler(description.profiler()));
    }
    return tree;
  }

  private static Map<String, Object> time(DatasetDescription.Time time) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("origin", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.origin()));
    tree.put("startSeconds", time.startSeconds());
    return tree;
  }

  private static Map<String, Object> cluster(DatasetDescription.Cluster cluster) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("virtualClusters", cluster.virtualClusters());
    tree.put("gpusPerNode", cluster.gpusPerNode());
    tree.put("cpusPerNode", cluster.cpusPerNode());
    tree.put("gpuMemoryMib", cluster.gpuMemoryMib());
    return tree;
  }

  private static Map<String, Object> jobs(DatasetDescription.Jobs jobs) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("file", jobs.file());
    tree.put("format", jobs.format());
    return tree;
  }

  private static Map<String, Object> throughput(DatasetDescription.Throughput throughput) {
    Map<String, Object> tree = new LinkedHashMap<>();
    throughput.series().ifPresent(name -> tree.put("series", name));
    throughput.forecast().ifPresent(name -> tree.put("forecast", name));
    return tree;
  }

  private static Map<String, Object> profiles(DatasetDescription.ProfileFiles profiles) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("single", profiles.single());
    profiles.colocated().ifPresent(name -> tree.put("colocated", name));
    return tree;
  }

  private static Map<String, Object> profiler(ProfilerDescription profiler) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("nodes", profiler.nodeCount());
    tree.put("timeLimitSeconds", profiler.timeLimitSeconds());
    tree.put("gpuFactor", profiler.gpuFactor());
    tree.put("takenFrom", profiler.takenFrom());
    if (profiler.lender() != null) {
      tree.put("lender", profiler.lender());
    }
    tree.put("loanNodes", profiler.loanNodes());
    return tree;
  }
}
