package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.Reporter;
import org.limpid.interpret.interop.ModelReader;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.ModelCsv;
import org.limpid.interpret.table.Table;

/** Predicts for the rows of a CSV file. */
public final class ModelPrediction {
  private ModelPrediction() {}

  /**
   * Carries out a request.
   *
   * @param notices hears what may surprise
   * @return how many rows were predicted for
   * @throws org.limpid.files.DataException if a file cannot be read or written, or they do not fit
   *     each other
   */
  public static int run(Request request, Reporter reporter, Consumer<String> notices) {
    request.out().check(request.csv(), request.model());
    Model model = ModelReader.read(request.model());
    Table table = ModelCsv.read(model, request.csv(), "", Set.of(), notices);
    PredictionCsv csv = PredictionCsv.of(model, table, request, reporter);
    request.out().write(csv::write);
    reporter.end();
    ModelCsv.unseen(model, table).forEach(notices);
    return table.rowCount();
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
