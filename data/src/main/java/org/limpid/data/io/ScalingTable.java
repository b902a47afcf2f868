package org.limpid.data.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.files.Problems;

/**
 * The table of scaling curves: a row per model and global batch size, with a column for each number
 * of GPUs, called like the number. A field without a value was not measured; 0 says that the model
 * does not run on so many GPUs.
 */
public final class ScalingTable {
  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(Column.MODEL, Column.BATCH_SIZE, Column.MOST_GPUS), List.of(Column.PREDICTED))
          .ignoringOthers();
  private static final Set<String> NAMED = Set.of("model", "batch_size", "most_gpus", "predicted");

  private enum Column {
    MODEL,
    BATCH_SIZE,
    MOST_GPUS,
    PREDICTED
  }

  private final Path file;
  private final Problems problems;
  private final Set<String> names = new HashSet<>();
  private final List<ScalingCurve> curves = new ArrayList<>();
  private GpuColumns columns;

  private ScalingTable(Path file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Reads all curves; {@link ScalingCurves#EMPTY} when anything is wrong with them. */
  public static ScalingCurves read(Path file, Problems problems) {
    long before = problems.count();
    ScalingTable table = new ScalingTable(file, problems);
    CsvInput.read(file, SCHEMA, problems, table::add);
    if (problems.count() == before && table.curves.isEmpty()) {
      problems.add(file, "expected at least one scaling curve, found none", "");
    }
    return problems.count() > before ? ScalingCurves.EMPTY : ScalingCurves.of(table.curves);
  }

  /** Lines on which the curves of a good table stand, from 1. */
  static int[] lines(Path file) {
    IntStream.Builder lines = IntStream.builder();
    CsvInput.read(file, SCHEMA, new Problems(), row -> lines.add((int) row.line()));
    return lines.build().toArray();
  }

  private void add(CsvRow row) {
    if (columns == null) {
      columns = new GpuColumns(file, row.header(), NAMED, problems);
    }
    String model = row.requiredText(Column.MODEL);
    int batchSize = (int) row.wholeNumber(Column.BATCH_SIZE, 1, Integer.MAX_VALUE, "");
    int mostGpus = (int) row.wholeNumber(Column.MOST_GPUS, 1, Limits.MAX_COUNT, "");
    double[] rates = columns.rates(row, Double.NaN);
    if (columns.areGood() && row.isGood() && Arrays.stream(rates).noneMatch(rate -> rate > 0)) {
      row.problem(
          Column.MODEL,
          "expected a throughput above 0 on some number of GPUs",
          "Maybe leave the row out.");
    }
    boolean predicted = row.has(Column.PREDICTED) && row.flag(Column.PREDICTED);
    if (columns.areGood() && row.isGood()) {
      ScalingCurve curve = ScalingCurve.of(model, batchSize, mostGpus, columns.gpuCounts(), rates);
      if (!names.add(curve.name())) {
        row.problem(
            Column.BATCH_SIZE,
            "expected each model and batch size once",
            "Maybe rows were copied twice.");
      } else {
        curves.add(predicted ? curve.asPredicted() : curve);
      }
    }
  }

  /** Writes curves that {@link #read} reads; with a column for each number of GPUs of any. */
  static void write(CsvOutput csv, ScalingCurves curves) {
    TreeSet<Integer> counts = new TreeSet<>();
    for (ScalingCurve curve : curves.all()) {
      for (int column = 0; column < curve.columns(); column++) {
        counts.add(curve.gpuCount(column));
      }
    }
    boolean anyPredicted = curves.all().stream().anyMatch(ScalingCurve::isPredicted);
    csv.field("model").field("batch_size").field("most_gpus");
    counts.forEach(csv::field);
    if (anyPredicted) {
      csv.field("predicted");
    }
    csv.endRow();
    for (ScalingCurve curve : curves.all()) {
      csv.field(curve.model()).field(curve.batchSize()).field(curve.mostElasticGpus());
      counts.forEach(count -> write(csv, curve.throughputOn(count)));
      if (anyPredicted) {
        csv.field(curve.isPredicted() ? 1 : 0);
      }
      csv.endRow();
    }
  }

  private static void write(CsvOutput csv, double rate) {
    if (Double.isNaN(rate)) {
      csv.emptyField();
    } else {
      csv.field(rate);
    }
  }
}
