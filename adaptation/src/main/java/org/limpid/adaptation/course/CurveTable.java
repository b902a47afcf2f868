package org.limpid.adaptation.course;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.data.io.CsvTable;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableRows;

/**
 * Writes a learning curve as CSV: a row for each {@code episode}, from 0, with its {@code
 * scenario}, the {@code actions} with blanks between them, the {@code accuracy} of 0..1 that they
 * reached, and the {@code objective} before the step.
 */
final class CurveTable {
  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.ofLongs("episode"),
          TableColumn.ofTexts("scenario"),
          TableColumn.ofTexts("actions"),
          TableColumn.ofDoubles("accuracy"),
          TableColumn.ofDoubles("objective"));

  private CurveTable() {}

  static void write(OutputStream out, Course course, Curve curve) throws IOException {
    new CsvTable().write(out, COLUMNS, rows -> write(rows, course, curve));
  }

  private static void write(TableRows rows, Course course, Curve curve) throws IOException {
    int episode = 0;
    for (Stage stage : course.stages()) {
      for (int end = episode + stage.episodes(); episode < end; episode++) {
        write(rows, stage.scenario(), curve, episode);
      }
    }
  }

  private static void write(TableRows rows, Scenario scenario, Curve curve, int episode)
      throws IOException {
    ActionSequence actions = curve.actions(episode);
    rows.value(episode)
        .value(scenario.name())
        .value(actions.toString())
        .value(scenario.accuracy(actions))
        .value(curve.objective(episode))
        .endRow();
  }
}
