package org.limpid.app.model;

import org.limpid.app.Reporter;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.table.Table;

/** Predicts for the rows of a CSV file. */
public final class PredictService {
  private PredictService() {}

  /**
   * Carries out a request.
   *
   * @return how many rows were predicted for
   * @throws org.limpid.files.DataException if a file cannot be read or written, or they do not fit
   *     each other
   */
  public static int run(PredictRequest request, Reporter reporter) {
    request.out().check(request.csv(), request.model());
    Model model = ModelFile.read(request.model());
    Table table = ModelInputs.read(model, request.csv());
    PredictionCsv csv = PredictionCsv.of(model, table, request, reporter);
    request.out().write(csv::write);
    reporter.end();
    return table.rowCount();
  }
}
