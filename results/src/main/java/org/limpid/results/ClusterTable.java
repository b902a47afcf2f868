package org.limpid.results;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.Problems;

/** The cluster over time under one policy. Immutable. */
public final class ClusterTable {
  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(ClusterField.TIME),
              List.copyOf(EnumSet.complementOf(EnumSet.of(ClusterField.TIME))))
          .ignoringOthers()
          .ownFiles();
  private static final ClusterField[] FIELDS = ClusterField.values();
  private static final String HINT = "Maybe the file was changed after the run.";

  private final Map<ClusterField, double[]> columns;
  private final int size;

  private ClusterTable(Map<ClusterField, double[]> columns) {
    this.columns = columns;
    size = columns.getOrDefault(ClusterField.TIME, new double[0]).length;
  }

  static ClusterTable read(Path file) {
    Problems problems = new Problems();
    Map<ClusterField, DoubleColumn> growing = new EnumMap<>(ClusterField.class);
    CsvInput.read(file, SCHEMA, problems, row -> add(row, growing));
    problems.throwIfAny();
    Map<ClusterField, double[]> columns = new EnumMap<>(ClusterField.class);
    growing.forEach((field, column) -> columns.put(field, column.values()));
    return new ClusterTable(columns);
  }

  private static void add(CsvRow row, Map<ClusterField, DoubleColumn> columns) {
    for (ClusterField field : FIELDS) {
      if (row.has(field)) {
        columns
            .computeIfAbsent(field, _ -> new DoubleColumn())
            .add(row.number(field, -Double.MAX_VALUE, Double.MAX_VALUE, HINT));
      }
    }
  }

  /** Number of samples. */
  public int size() {
    return size;
  }

  /** Whether the file has a column with samples. */
  public boolean has(ClusterField field) {
    return columns.containsKey(field);
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
