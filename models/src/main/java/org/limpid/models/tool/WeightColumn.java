package org.limpid.models.tool;

import org.limpid.files.Problems;
import org.limpid.interpret.model.BadCells;
import org.limpid.interpret.model.TrainingChecks;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** The column that says how much each row counts. */
final class WeightColumn {
  private static final String EXPECTED = "expected a weight of 0 or more";

  private static final String TOO_LARGE = "expected a weight of at most " + TrainingChecks.LARGEST;

  private WeightColumn() {}

  static double[] read(Column column, Table table) {
    Problems problems = new Problems();
    if (column instanceof TextColumn texts) {
      BadCells.of(table, texts).note(problems, EXPECTED, "Maybe another column was meant.");
      problems.throwIfAny();
    }
    boolean anyPositive = false;
    for (int row = 0; row < column.size(); row++) {
      double weight = column instanceof NumericColumn numbers ? numbers.value(row) : Double.NaN;
      anyPositive |= weight > 0;
      if (!(weight >= 0 && weight <= TrainingChecks.LARGEST)) {
        String expected = weight > 0 ? TOO_LARGE : EXPECTED;
        problems.add(table.problem(row, column, expected, "Maybe another column was meant."));
      }
    }
    if (problems.isEmpty() && !anyPositive) {
      problems.add(table.problem(-1, column, "expected a weight above 0, found none", ""));
    }
    problems.throwIfAny();
    return ((NumericColumn) column).toArray();
  }
}
