package org.limpid.models.tool;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Reporter;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.interop.ModelReader;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.ModelCsv;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.table.Table;

/**
 * Predicts for the rows of a CSV file: a row per input row. {@code prediction} is the number or the
 * most probable class; {@code p_<class>} is the probability of a class; {@code deviation}, or
 * {@code deviation_<class>}, the standard deviation over the bags.
 */
public final class ModelPrediction {
  private static final int ROWS_PER_STEP = 1000;

  private final Model model;
  private final RowReader reader;
  private final int rowCount;
  private final boolean uncertainty;
  private final CsvTexts texts;
  private final Reporter reporter;
  private final double[] outputs;
  private final double[] deviations;

  private ModelPrediction(Model model, Table table, Request request, Reporter reporter) {
    this.model = model;
    this.reporter = reporter;
    reader = new RowReader(model.features(), table);
    rowCount = table.rowCount();
    uncertainty = request.uncertainty();
    texts = request.texts();
    outputs = new double[model.task().outputCount()];
    deviations = new double[uncertainty ? outputs.length : 0];
  }

  /**
   * Carries out a request.
   *
   * @param notices hears what may surprise
   * @return how many rows were predicted for
   * @throws org.limpid.files.DataException if a file cannot be read or written, they do not fit
   *     each other, or the model does not know deviations that are asked for
   */
  public static int run(Request request, Reporter reporter, Consumer<String> notices) {
    request.out().check(request.csv(), request.model());
    Model model = ModelReader.read(request.model());
    Table table = ModelCsv.read(model, request.csv(), "", Set.of(), notices);
    if (request.uncertainty() && !knowsDeviations(model)) {
      throw new DataException(
          Problem.ofFile(
              request.model(),
              "expected a model of several bags for --uncertainty",
              "Maybe it was edited, imported, or is of another kind than ebm."));
    }
    request.out().write(new ModelPrediction(model, table, request, reporter)::write);
    reporter.end();
    ModelCsv.unseen(model, table).forEach(notices);
    return table.rowCount();
  }

  private static boolean knowsDeviations(Model model) {
    return switch (model) {
      case EbmModel ebm -> ebm.bagCount() > 0 && ebm.terms().stream().allMatch(t -> t.hasBags());
      default -> false;
    };
  }

  private void write(OutputStream out) {
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
      csv.field(task.classes().get(Predictions.mostProbable(outputs)));
    }
    write(outputs, csv);
    write(deviations, csv);
    csv.endRow();
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

  /**
   * What to predict.
   *
   * @param model file of the model
   * @param csv rows to predict for
   * @param uncertainty whether deviations over the bags are wanted
   * @param texts how names of classes stand in the predictions
   * @param out where the predictions go
   */
  public record Request(
      Path model, Path csv, boolean uncertainty, CsvTexts texts, OutputFile out) {}
}
