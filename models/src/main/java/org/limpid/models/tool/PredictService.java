package org.limpid.models.tool;

import java.util.Set;
import java.util.function.Consumer;
import org.limpid.files.Reporter;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.ModelTable;
import org.limpid.interpret.table.Table;

/** Predicts for the rows of a CSV file. */
public final class PredictService {
  private PredictService() {}

  /**
   * Carries out a request.
   *
   * @param notices hears what may surprise
   * @return how many rows were predicted for
   * @throws org.limpid.files.DataException if a file cannot be read or written, or they do not fit
   *     each other
   */
  public static int run(PredictRequest request, Reporter reporter, Consumer<String> notices) {
    request.out().check(request.csv(), request.model());
    Model model = ModelFile.read(request.model());
    Table table = ModelTable.read(model, request.csv(), "", Set.of(), notices);
    PredictionCsv csv = PredictionCsv.of(model, table, request, reporter);
    request.out().write(csv::write);
    reporter.end();
    ModelTable.unseen(model, table).forEach(notices);
    return table.rowCount();
  }
}
