package org.limpid.interpret.model;

import java.util.List;
import org.limpid.interpret.table.Table;

/**
 * Columns of a table in the encoding of {@link Row}, for trainers that go through them by turns.
 */
public final class EncodedColumns {
  private EncodedColumns() {}

  /**
   * Features x rows.
   *
   * @throws org.limpid.files.DataException if the table lacks a feature or holds texts for a number
   */
  public static double[][] of(List<Feature> features, Table table) {
    RowReader reader = new RowReader(features, table);
    double[][] columns = new double[features.size()][table.rowCount()];
    for (int position = 0; position < columns.length; position++) {
      for (int row = 0; row < table.rowCount(); row++) {
        columns[position][row] = reader.encoded(row, position);
      }
    }
    return columns;
  }
}
