package org.limpid.experiment.compare;

import java.util.stream.IntStream;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/** Which columns teach anything. */
final class TrainingColumns {
  private TrainingColumns() {}

  /** The table without columns that are the same, or missing, in all training rows. */
  static Table of(Table table, int[] trainingRows) {
    return table.select(
        table.columns().stream()
            .filter(column -> varies((NumericColumn) column, trainingRows))
            .map(Column::name)
            .toList());
  }

  private static boolean varies(NumericColumn column, int[] rows) {
    return IntStream.of(rows)
        .anyMatch(row -> Double.compare(column.value(row), column.value(rows[0])) != 0);
  }
}
