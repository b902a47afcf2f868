package org.limpid.data.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.limpid.data.ScalingCurve;
import org.limpid.files.Problems;

/**
 * The table of one model as the artifact of ElasticFlow (ASPLOS 2023) has it: a row per global
 * batch size, with iterations per second in a column for each number of GPUs. There the text {@code
 * nan} says that nobody measured, and a field without any text is a column like the others, in
 * which the model does not run.
 */
public final class ModelThroughputs {
  private static final double BLANK = 0;

  private static final CsvSchema SCHEMA =
      CsvSchema.of(List.of(Column.GLOBAL_BATCH_SIZE), List.of()).ignoringOthers();

  private enum Column {
    GLOBAL_BATCH_SIZE
  }

  private final Path file;
  private final String model;
  private final IntUnaryOperator mostElasticGpus;
  private final Problems problems;
  private final Set<Integer> batchSizes = new HashSet<>();
  private final List<ScalingCurve> curves = new ArrayList<>();
  private GpuColumns columns;

  private ModelThroughputs(
      Path file, String model, IntUnaryOperator mostElasticGpus, Problems problems) {
    this.file = file;
    this.model = model;
    this.mostElasticGpus = mostElasticGpus;
    this.problems = problems;
  }

  /**
   * Reads the curves of a model, in the order of the file.
   *
   * @param mostElasticGpus of each batch size the most GPUs that an elastic policy gives
   */
  public static List<ScalingCurve> read(
      Path file, String model, IntUnaryOperator mostElasticGpus, Problems problems) {
    ModelThroughputs table = new ModelThroughputs(file, model, mostElasticGpus, problems);
    long before = problems.count();
    CsvInput.read(file, SCHEMA, problems, table::add);
    if (table.curves.isEmpty() && problems.count() == before) {
      problems.add(file, "expected at least one batch size, found none", "");
    }
    return table.curves;
  }

  private void add(CsvRow row) {
    if (columns == null) {
      columns =
          new GpuColumns(
              file, row.header(), Set.of(CsvSchema.nameOf(Column.GLOBAL_BATCH_SIZE)), problems);
    }
    int batchSize = (int) row.wholeNumber(Column.GLOBAL_BATCH_SIZE, 1, Integer.MAX_VALUE, "");
    double[] rates = columns.rates(row, BLANK);
    if (!columns.areGood() || !row.isGood()) {
      return;
    }
    if (batchSizes.add(batchSize)) {
      curves.add(
          ScalingCurve.of(
              model, batchSize, mostElasticGpus.applyAsInt(batchSize), columns.gpuCounts(), rates));
    } else {
      row.problem(
          Column.GLOBAL_BATCH_SIZE,
          "expected each batch size once",
          "Maybe rows were copied twice.");
    }
  }
}
