package org.limpid.adaptation.learning;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.data.io.CsvTable;
import org.limpid.files.Page;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableRows;

/** Evaluations of a policy as a table, for programs and for people. */
public final class EvaluationTable {
  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.ofTexts("scenario"),
          TableColumn.ofTexts("actions"),
          TableColumn.ofDoubles("acc"),
          TableColumn.ofLongs("rank"));

  private EvaluationTable() {}

  /**
   * Writes CSV, a row for each scenario: {@code scenario}, {@code actions} with blanks between
   * them, {@code acc} of 0..1, and {@code rank}, from 1.
   *
   * @throws IOException if it can't be written
   */
  public static void write(OutputStream out, List<GreedyEvaluation> evaluations)
      throws IOException {
    new CsvTable().write(out, COLUMNS, rows -> evaluations.forEach(each -> write(rows, each)));
  }

  private static void write(TableRows rows, GreedyEvaluation evaluation) {
    rows.value(evaluation.scenario().name())
        .value(evaluation.actions().toString())
        .value(evaluation.accuracy())
        .value(evaluation.rank())
        .endRow();
  }

  /** The same for people, beside the best accuracy of each scenario and that without growth. */
  public static Page page(List<GreedyEvaluation> evaluations) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("scenario", "actions", "accuracy", "rank", "best", "no growth"));
    evaluations.forEach(each -> rows.add(cells(each)));
    return new Page().table(2, rows);
  }

  private static List<String> cells(GreedyEvaluation evaluation) {
    Scenario scenario = evaluation.scenario();
    return List.of(
        scenario.name(),
        evaluation.actions().toString(),
        rounded(evaluation.accuracy()),
        Integer.toString(evaluation.rank()),
        rounded(scenario.accuracy(scenario.ranking().getFirst())),
        rounded(scenario.accuracy(ActionSequence.NOTHING)));
  }

  private static String rounded(double accuracy) {
    return String.format(Locale.ROOT, "%.4f", accuracy);
  }
}
