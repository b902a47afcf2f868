package org.limpid.models.tool;

import org.limpid.data.io.CsvOutput;
import org.limpid.interpret.synthetic.SampleTable;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.Table;

/** Writes sample tables as CSV. */
public final class SampleFile {
  private SampleFile() {}

  /**
   * Writes a table.
   *
   * @throws org.limpid.files.DataException if the file cannot be written
   */
  public static void write(SampleTable sample, long seed, int rowCount, OutputFile out) {
    out.check();
    Table table = sample.generate(seed, rowCount);
    out.write(stream -> {
      try (CsvOutput csv = new CsvOutput(stream)) {
        csv.row(table.names().toArray(String[]::new));
        for (int row = 0; row < rowCount; row++) {
          for (Column column : table.columns()) {
            csv.field(column.text(row));
          }
          csv.endRow();
        }
      }
    });
  }
}
