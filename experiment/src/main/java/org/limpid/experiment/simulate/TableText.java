package org.limpid.experiment.simulate;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.PrintableText;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table as CSV, as Markdown, and as aligned text for a terminal. */
public final class TableText {
  private static final int CSV_DECIMALS = 6;

  private TableText() {}

  /** CSV; decimals with six digits, missing values empty. */
  static void csv(Table table, CsvTexts texts, OutputStream out) {
    try (CsvOutput csv = new CsvOutput(out, texts)) {
      csv.row(table.columnNames().toArray(String[]::new));
      for (int row = 0; row < table.rowCount(); row++) {
        for (Column<?> column : table.columns()) {
          field(csv, column, row);
        }
        csv.endRow();
      }
    }
  }

  /** Markdown with a heading; numbers with thousands separators and two decimals. */
  public static String markdown(Table table) {
    StringBuilder text = new StringBuilder("# " + table.name() + "\n\n");
    line(text, table.columnNames());
    line(text, table.columns().stream().map(c -> isNumber(c) ? "---:" : "---").toList());
    for (int row = 0; row < table.rowCount(); row++) {
      line(text, cells(table, row));
    }
    return text.toString();
  }

  /** Columns aligned by spaces, numbers to the right. */
  public static String aligned(Table table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columnNames());
    for (int row = 0; row < table.rowCount(); row++) {
      lines.add(cells(table, row));
    }
    int[] widths = new int[table.columnCount()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        String padding = " ".repeat(widths[i] - line.get(i).length());
        boolean right = isNumber(table.column(i));
        text.append(i == 0 ? "" : "  ").append(right ? padding : "").append(line.get(i));
        text.append(right || i == widths.length - 1 ? "" : padding);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void field(CsvOutput csv, Column<?> column, int row) {
    switch (column) {
      case LongColumn numbers -> csv.field(numbers.getLong(row));
      case DoubleColumn numbers when Double.isNaN(numbers.getDouble(row)) -> csv.emptyField();
      case DoubleColumn numbers -> csv.field(numbers.getDouble(row), CSV_DECIMALS);
      default -> csv.field(column.getString(row));
    }
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static List<String> cells(Table table, int row) {
    return table.columns().stream().map(column -> cell(column, row)).toList();
  }

  private static String cell(Column<?> column, int row) {
    return switch (column) {
      case LongColumn numbers -> String.format(Locale.ROOT, "%,d", numbers.getLong(row));
      case DoubleColumn numbers when Double.isNaN(numbers.getDouble(row)) -> "-";
      case DoubleColumn numbers -> String.format(Locale.ROOT, "%,.2f", numbers.getDouble(row));
      default -> PrintableText.inLine(column.getString(row));
    };
  }

  private static boolean isNumber(Column<?> column) {
    return column instanceof LongColumn || column instanceof DoubleColumn;
  }
}
