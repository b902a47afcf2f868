package org.limpid.results;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.AtomicFiles;
import org.limpid.files.Problems;
import org.limpid.simulation.sink.ClusterSeries;

/** The cluster over time under one policy. Immutable. */
public final class ClusterTable {
  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(ClusterField.TIME),
              List.copyOf(EnumSet.complementOf(EnumSet.of(ClusterField.TIME))))
          .ignoringOthers()
          .ownFiles();
  private static final ClusterField[] FIELDS = ClusterField.values();

  /** Digits of ratios and of MiB. */
  private static final int RATIO_DECIMALS = 4;

  private static final int MIB_DECIMALS = 1;
  private static final int CPU_DECIMALS = 3;

  private final Map<ClusterField, double[]> columns;
  private final int size;

  private ClusterTable(Map<ClusterField, double[]> columns) {
    this.columns = columns;
    size = columns.getOrDefault(ClusterField.TIME, new double[0]).length;
  }

  /**
   * Writes {@code cluster.csv}, or nothing.
   *
   * @throws org.limpid.files.DataException if it can't be written
   */
  public static void write(Path file, ClusterSeries series) {
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(out)) {
            csv.row(
                Stream.of(FIELDS)
                    .filter(field -> !field.isOfHosts() || series.hasHosts())
                    .map(CsvSchema::nameOf)
                    .toArray(String[]::new));
            for (int sample = 0; sample < series.size(); sample++) {
              write(csv, series, sample);
            }
          }
        });
  }

  /** Writes the fields in the order of {@link ClusterField}. */
  private static void write(CsvOutput csv, ClusterSeries series, int sample) {
    csv.field(series.seconds(sample))
        .field(series.gpus(sample))
        .field(series.freeGpus(sample))
        .field(series.pendingGpus(sample))
        .field(series.runningJobs(sample))
        .field(series.pendingJobs(sample))
        .field(series.pendingSmallJobs(sample))
        .field(series.nodes(sample))
        .field(series.nodesWithOneJob(sample))
        .field(series.nodesWithMoreJobs(sample))
        .field(series.gpusInUse(sample), RATIO_DECIMALS)
        .field(series.utilOfAll(sample), RATIO_DECIMALS)
        .field(series.utilOfBusy(sample), RATIO_DECIMALS)
        .field(series.memoryOfAll(sample), MIB_DECIMALS)
        .field(series.memoryOfBusy(sample), MIB_DECIMALS);
    if (series.hasHosts()) {
      writeHosts(csv, series, sample);
    }
    csv.endRow();
  }

  private static void writeHosts(CsvOutput csv, ClusterSeries series, int sample) {
    csv.field(series.cpus(sample), CPU_DECIMALS)
        .field(series.cpusDemanded(sample), CPU_DECIMALS)
        .field(series.cpusAllocated(sample), CPU_DECIMALS)
        .field(series.cpusUsed(sample), CPU_DECIMALS)
        .field(series.hostMemory(sample))
        .field(series.hostMemoryDemanded(sample))
        .field(series.hostMemoryAllocated(sample))
        .field(series.hostMemoryUsed(sample));
  }

  static ClusterTable read(Path file) {
    Problems problems = new Problems();
    Map<ClusterField, DoubleStream.Builder> growing = new EnumMap<>(ClusterField.class);
    CsvInput.read(file, SCHEMA, problems, row -> add(row, growing));
    problems.throwIfAny();
    Map<ClusterField, double[]> columns = new EnumMap<>(ClusterField.class);
    growing.forEach((field, column) -> columns.put(field, column.build().toArray()));
    return new ClusterTable(columns);
  }

  private static void add(CsvRow row, Map<ClusterField, DoubleStream.Builder> columns) {
    for (ClusterField field : FIELDS) {
      if (row.has(field)) {
        columns
            .computeIfAbsent(field, _ -> DoubleStream.builder())
            .add(row.number(field, -Double.MAX_VALUE, Double.MAX_VALUE, RunFolder.CHANGED));
      }
    }
  }

  /** A column; NaN throughout if the file lacks it. */
  public double[] column(ClusterField field) {
    double[] column = columns.get(field);
    if (column != null) {
      return column.clone();
    }
    double[] unknown = new double[size];
    Arrays.fill(unknown, Double.NaN);
    return unknown;
  }
}
