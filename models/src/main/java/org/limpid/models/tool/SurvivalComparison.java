package org.limpid.models.tool;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.model.ModelCsv;
import org.limpid.interpret.survival.SurvivalEvaluation;
import org.limpid.interpret.survival.SurvivalModel;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/** Compares the curves of a survival model with how long rows lasted. */
final class SurvivalComparison {
  private SurvivalComparison() {}

  /** The model knows the columns of durations and of ends. */
  static SurvivalReport run(
      SurvivalModel model, ModelEvaluation.Request request, Consumer<String> notices) {
    if (request.target().isPresent() || request.weights().isPresent()) {
      throw new DataException(
          Problem.ofFile(
              request.model(),
              "a survival model goes without --target and --weights, it knows its columns",
              "Maybe leave them out."));
    }
    String event = model.hazards().provenance().target();
    Table table = ModelCsv.read(model.hazards(), request.csv(), event, Set.of(), notices);
    checkColumns(table, model.duration(), event);
    double[] durations = durations(table, table.column(model.duration()));
    boolean[] ended = SurvivalTraining.ended(table.column(event), table);
    ModelCsv.unseen(model.hazards(), table).forEach(notices);
    return new SurvivalReport(
        model.duration(), SurvivalEvaluation.of(model, table, durations, ended, request.times()));
  }

  private static void checkColumns(Table table, String duration, String event) {
    Problems problems = new Problems();
    Stream.of(duration, event)
        .filter(name -> table.find(name).isEmpty())
        .forEach(name -> problems.add(TrainingData.noColumn(table, name)));
    problems.throwIfAny();
  }

  private static double[] durations(Table table, Column column) {
    double[] durations = new double[table.rowCount()];
    Problems problems = new Problems();
    for (int row = 0; row < durations.length; row++) {
      durations[row] = column instanceof NumericColumn numbers ? numbers.value(row) : Double.NaN;
      if (!(durations[row] >= 0)) {
        problems.add(
            table.problem(
                row, column, "expected a duration of 0 or more", "Maybe leave the row out."));
      }
    }
    problems.throwIfAny();
    return durations;
  }
}
