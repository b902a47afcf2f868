package org.limpid.data.convert;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.AtomicFiles;
import org.limpid.files.PrintableText;

/**
 * Writes jobs in the Standard Workload Format 2.2 of the Parallel Workloads Archive: a line of 18
 * numbers per job, of which -1 is unknown. A processor is a GPU; names become numbers.
 */
final class SwfOutput {
  private static final long UNKNOWN = -1;
  private static final long KIB_PER_MIB = 1024;

  /** What has a field; all others are lost. */
  private static final Set<JobAttribute> KEPT =
      EnumSet.of(
          JobAttribute.START_TIME,
          JobAttribute.END_TIME,
          JobAttribute.TIME_LIMIT,
          JobAttribute.MEMORY_MIB,
          JobAttribute.PREDECESSOR);

  private final DatasetReader source;
  private final Trace trace;
  private final Map<String, Integer> queues = new HashMap<>();
  private final Map<String, Integer> names = new HashMap<>();

  private SwfOutput(DatasetReader source) {
    this.source = source;
    trace = source.trace();
    source.cluster().virtualClusters().forEach(each -> queues.put(each.name(), queues.size() + 1));
  }

  /**
   * Writes a file.
   *
   * @return what it lacks, a sentence each
   */
  static List<String> write(DatasetReader source, Path out, boolean overwrite) {
    SwfOutput output = new SwfOutput(source);
    AtomicFiles.write(out, overwrite, output::write);
    return output.lost();
  }

  private void write(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    for (String comment : header()) {
      writer.write("; " + comment + "\n");
    }
    for (int row = 0; row < trace.size(); row++) {
      writer.write(line(row));
    }
    writer.flush();
  }

  private List<String> header() {
    ClusterDescription cluster = source.cluster();
    List<String> lines = new ArrayList<>();
    lines.add("Version: 2.2");
    lines.add("Computer: " + PrintableText.inLine(source.description().title()));
    lines.add("Conversion: Limpid");
    lines.add("MaxJobs: " + trace.size());
    lines.add("MaxRecords: " + trace.size());
    lines.add(
        "UnixStartTime: "
            + source.origin().plusSeconds(source.startSeconds()).toEpochSecond(ZoneOffset.UTC));
    lines.add("MaxNodes: " + cluster.nodeCount());
    lines.add("MaxProcs: " + cluster.gpuCount());
    lines.add("MaxQueues: " + queues.size());
    lines.add("MaxPartitions: " + queues.size());
    lines.add("Note: A processor is a GPU. Queues and partitions are virtual clusters.");
    lines.add("Note: Times are wall-clock time of the cluster, as if its zone were UTC.");
    for (VirtualCluster each : cluster.virtualClusters()) {
      String name = queues.get(each.name()) + " " + PrintableText.inLine(each.name());
      lines.add("Queue: " + name);
      lines.add("Partition: " + name + ", " + cluster.gpuCount(each) + " GPUs");
    }
    lost().forEach(each -> lines.add("Note: " + each));
    return lines;
  }

  private String line(int row) {
    long gpus = trace.gpuCount(row);
    long queue = queues.get(trace.virtualCluster(row));
    return LongStream.of(
            row + 1L,
            trace.submitSeconds(row) - source.startSeconds(),
            waited(row),
            trace.durationSeconds(row),
            gpus,
            UNKNOWN,
            UNKNOWN,
            gpus,
            known(JobAttribute.TIME_LIMIT, row),
            memoryKib(row, gpus),
            status(trace.state(row)),
            trace.userIndex(row) + 1L,
            UNKNOWN,
            executable(trace.jobName(row)),
            queue,
            queue,
            predecessor(row),
            UNKNOWN)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" ", "", "\n"));
  }

  private long known(JobAttribute attribute, int row) {
    return trace.optional().has(attribute, row) ? trace.optional().number(attribute, row) : UNKNOWN;
  }

  private long waited(int row) {
    return trace.optional().has(JobAttribute.START_TIME, row)
        ? Math.max(0, known(JobAttribute.START_TIME, row) - trace.submitSeconds(row))
        : UNKNOWN;
  }

  /** Per processor. */
  private long memoryKib(int row, long gpus) {
    long mib = known(JobAttribute.MEMORY_MIB, row);
    return mib == UNKNOWN ? UNKNOWN : mib * KIB_PER_MIB / gpus;
  }

  /** 1 completed, 0 failed, 5 cancelled. */
  private static long status(String state) {
    String upper = state.toUpperCase(Locale.ROOT);
    if (upper.startsWith("CANCEL") || upper.startsWith("KILL")) {
      return 5;
    }
    return switch (upper) {
      case "COMPLETED", "COMPLETE", "PASS", "PASSED", "SUCCEEDED" -> 1;
      case "FAILED", "FAIL", "TIMEOUT", "NODE_FAIL", "OUT_OF_MEMORY" -> 0;
      default -> UNKNOWN;
    };
  }

  private long executable(String name) {
    return name.isEmpty() ? UNKNOWN : names.computeIfAbsent(name, _ -> names.size() + 1);
  }

  private long predecessor(int row) {
    int predecessor = trace.optional().predecessorRow(row);
    return predecessor < 0 ? UNKNOWN : predecessor + 1L;
  }

  private List<String> lost() {
    List<String> lost = new ArrayList<>();
    lost.add("Jobs, users and names of jobs are numbers in order of appearance.");
    if (IntStream.range(0, trace.size()).anyMatch(row -> trace.cpuCount(row) > 0)) {
      lost.add("The processors that jobs ask for are lost.");
    }
    if (!trace.workloadProfiles().isEmpty()) {
      lost.add("Workloads are lost.");
    }
    Set<JobAttribute> columns = trace.optional().present();
    columns.removeAll(KEPT);
    if (!columns.isEmpty()) {
      lost.add(
          "Lost columns: %s."
              .formatted(
                  columns.stream()
                      .map(JobAttribute::columnName)
                      .collect(Collectors.joining(", "))));
    }
    return lost;
  }
}
