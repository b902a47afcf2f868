package org.limpid.data.doctor;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.OptionalColumns;
import org.limpid.data.ScalingCurve;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.io.DatasetReader;
import org.limpid.data.io.JobLines;

/** The data set that is looked at, with what several checks ask for. */
final class Subject {
  private final DatasetReader reader;
  private final Trace trace;
  private final int[] gpus;
  private final long lastEnd;
  private int[] lines;

  Subject(DatasetReader reader) {
    this.reader = reader;
    trace = reader.trace();
    gpus = gpus(reader.cluster());
    lastEnd =
        IntStream.range(0, size())
            .mapToLong(row -> number(JobAttribute.END_TIME, row))
            .max()
            .orElse(0);
  }

  private int[] gpus(ClusterDescription cluster) {
    Map<String, Integer> byName = new HashMap<>();
    for (VirtualCluster each : cluster.virtualClusters()) {
      byName.put(each.name(), cluster.gpuCount(each));
    }
    return trace.virtualClusterNames().stream().mapToInt(byName::get).toArray();
  }

  DatasetReader reader() {
    return reader;
  }

  Trace trace() {
    return trace;
  }

  int size() {
    return trace.size();
  }

  OptionalColumns optional() {
    return trace.optional();
  }

  boolean has(JobAttribute attribute, int row) {
    return trace.optional().has(attribute, row);
  }

  long number(JobAttribute attribute, int row) {
    return trace.optional().number(attribute, row);
  }

  /** The scaling curve of a job that names one. */
  ScalingCurve curve(int row) {
    return reader.scaling().find(trace.optional().text(JobAttribute.SCALING, row)).orElseThrow();
  }

  /** GPUs by index of the virtual cluster in the trace. */
  int[] gpus() {
    return gpus.clone();
  }

  /** GPUs of the virtual cluster with this index in the trace. */
  int gpus(int virtualCluster) {
    return gpus[virtualCluster];
  }

  long firstSubmit() {
    return trace.submitSeconds(0);
  }

  long lastSubmit() {
    return trace.submitSeconds(size() - 1);
  }

  /** Seconds from the first to the last submission, at least 1. */
  long span() {
    return Math.max(1, lastSubmit() - firstSubmit());
  }

  /** When the last job ended in reality, where that is known. */
  long lastEnd() {
    return lastEnd;
  }

  double gpuSeconds(int row) {
    return (double) trace.durationSeconds(row) * trace.gpuCount(row);
  }

  LocalDateTime time(long seconds) {
    return reader.origin().plusSeconds(seconds);
  }

  /** The file of jobs. */
  String file() {
    return reader.folder().resolve(reader.description().jobs().file()).toString();
  }

  /** Lines on which rows stand. */
  List<Long> lines(List<Integer> rows) {
    if (!rows.isEmpty() && lines == null) {
      lines = JobLines.of(reader);
    }
    return rows.stream().map(row -> (long) lines[row]).toList();
  }

  /**
   * A command on the data set that makes another one beside it.
   *
   * @param name of {@code limpid data}
   * @param suffix what the name of the other one ends with
   */
  String command(String name, String options, String suffix) {
    String folder = reader.folder().toString();
    return "limpid data %s %s %s --out %s"
        .formatted(name, word(folder), options, word(folder + "-" + suffix));
  }

  /** As a word of a shell. */
  static String word(String text) {
    return text.matches("[\\w./:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
