package org.limpid.models.tool;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Reporter;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.table.Table;

/**
 * Predictions as CSV: a row per input row. {@code prediction} is the number or the most probable
 * class; {@code p_<class>} is the probability of a class; {@code deviation}, or {@code
 * deviation_<class>}, the standard deviation over the bags.
 */
final class PredictionCsv {
  private static final int ROWS_PER_STEP = 1000;

  private final Model model;
  private final RowReader reader;
  private final int rowCount;
  private final boolean uncertainty;
  private final CsvTexts texts;
  private final Reporter reporter;
  private final double[] outputs;
  private final double[] deviations;

  private PredictionCsv(
      Model model,
      RowReader reader,
      int rowCount,
      ModelPrediction.Request request,
      Reporter reporter) {
    this.model = model;
    this.reader = reader;
    this.rowCount = rowCount;
    uncertainty = request.uncertainty();
    texts = request.texts();
    this.reporter = reporter;
    outputs = new double[model.task().outputCount()];
    deviations = new double[uncertainty ? outputs.length : 0];
  }

  /**
   * Prepares the predictions.
   *
   * @throws DataException if the table lacks what the model needs, or the model does not know
   *     deviations that are asked for
   */
  static PredictionCsv of(
      Model model, Table table, ModelPrediction.Request request, Reporter reporter) {
    if (request.uncertainty() && !knowsDeviations(model)) {
      throw new DataException(
          Problem.ofFile(
              request.model(),
              "expected a model of several bags for --uncertainty",
              "Maybe it was edited, imported, or is of another kind than ebm."));
    }
    RowReader reader = new RowReader(model.features(), table);
    return new PredictionCsv(model, reader, table.rowCount(), request, reporter);
  }

  private static boolean knowsDeviations(Model model) {
    return switch (model) {
      case EbmModel ebm -> ebm.bagCount() > 0 && ebm.terms().stream().allMatch(t -> t.hasBags());
      default -> false;
    };
  }

  void write(OutputStream out) {
    reporter.begin("Predicting", rowCount);
    try (CsvOutput csv = new CsvOutput(out, texts)) {
      csv.row(header());
      Row row = model.newRow();
      for (int i = 0; i < rowCount; i++) {
        reader.read(i, row);
        write(row, csv);
        if ((i + 1) % ROWS_PER_STEP == 0) {
          reporter.advance(ROWS_PER_STEP);
        }
      }
    }
    reporter.advance(rowCount % ROWS_PER_STEP);
  }

  private String[] header() {
    List<String> names = new ArrayList<>(List.of("prediction"));
    switch (model.task()) {
      case Task.Regression _ -> names.addAll(uncertainty ? List.of("deviation") : List.of());
      case Task.Classification task -> {
        task.classes().forEach(each -> names.add("p_" + each));
        if (uncertainty) {
          task.classes().forEach(each -> names.add("deviation_" + each));
        }
      }
    }
    return names.toArray(String[]::new);
  }

  private void write(Row row, CsvOutput csv) {
    if (uncertainty) {
      ((EbmModel) model).predict(row, outputs, deviations);
    } else {
      model.predict(row, outputs);
    }
    if (model.task() instanceof Task.Classification task) {
      csv.field(task.classes().get(mostProbable()));
    }
    write(outputs, csv);
    write(deviations, csv);
    csv.endRow();
  }

  /** The first class of the largest probability. */
  private int mostProbable() {
    int best = 0;
    for (int i = 1; i < outputs.length; i++) {
      best = outputs[i] > outputs[best] ? i : best;
    }
    return best;
  }

  private static void write(double[] values, CsvOutput csv) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        csv.field(value);
      } else {
        csv.field(Double.toString(value));
      }
    }
  }
}
