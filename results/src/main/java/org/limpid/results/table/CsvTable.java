package org.limpid.results.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;

/** Writes tables as CSV. */
final class CsvTable {
  private static final int DECIMALS = 6;

  private CsvTable() {}

  static String text(Table table, CsvTexts texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvOutput csv = new CsvOutput(bytes, texts)) {
      csv.row(table.columns().stream().map(Column::key).toArray(String[]::new));
      table
          .rows()
          .forEach(row -> {
            row.forEach(cell -> field(csv, cell));
            csv.endRow();
          });
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void field(CsvOutput csv, Cell cell) {
    switch (cell) {
      case Cell.Text words -> csv.field(words.text());
      case Cell.Amount number when !number.isKnown() -> csv.emptyField();
      case Cell.Amount number when number.decimals() == 0 && isWhole(number.value()) ->
          csv.field((long) number.value());
      case Cell.Amount number -> csv.field(number.value(), DECIMALS);
    }
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE;
  }
}
