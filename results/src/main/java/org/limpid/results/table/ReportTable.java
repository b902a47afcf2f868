package org.limpid.results.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.AlignedColumns;
import org.limpid.files.AtomicFiles;
import org.limpid.files.PrintableText;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * A table of a study: aligned text for a terminal, Markdown, and CSV. Numbers have commas between
 * thousands and two decimals for people, and six decimals in CSV; NaN stands for what is not known.
 * Not safe for use by several threads.
 */
public final class ReportTable {
  private static final int CSV_DECIMALS = 6;

  private final tech.tablesaw.api.Table table;
  private final List<String> names;

  /**
   * A table without rows.
   *
   * @param name its heading in Markdown
   * @param columns names of the columns
   */
  public ReportTable(String name, List<String> columns) {
    table = tech.tablesaw.api.Table.create(name);
    names = List.copyOf(columns);
  }

  /** A table without rows. */
  public ReportTable(String name, String... columns) {
    this(name, List.of(columns));
  }

  /**
   * Adds a row.
   *
   * @param cells one per column: texts, whole numbers or decimals, of one kind in each column
   */
  public ReportTable row(List<?> cells) {
    if (cells.size() != names.size()) {
      throw new IllegalArgumentException(
          "expected %d cells, found %d".formatted(names.size(), cells.size()));
    }
    if (table.columnCount() == 0) {
      IntStream.range(0, names.size())
          .forEach(i -> table.addColumns(column(names.get(i), cells.get(i))));
    }
    for (int i = 0; i < names.size(); i++) {
      append(table.column(i), cells.get(i));
    }
    return this;
  }

  private static Column<?> column(String name, Object first) {
    return switch (first) {
      case Double _ -> DoubleColumn.create(name);
      case Number _ -> LongColumn.create(name);
      default -> StringColumn.create(name);
    };
  }

  private static void append(Column<?> column, Object cell) {
    switch (column) {
      case DoubleColumn numbers -> numbers.append(((Number) cell).doubleValue());
      case LongColumn numbers -> numbers.append(((Number) cell).longValue());
      default -> ((StringColumn) column).append(cell.toString());
    }
  }

  /** The rows as a table of Tablesaw, to filter, group and join; a copy. */
  public tech.tablesaw.api.Table data() {
    return table.copy();
  }

  /** Adds a row. */
  public ReportTable row(Object... cells) {
    return row(List.of(cells));
  }

  /** Columns aligned by spaces, numbers to the right. */
  public String aligned() {
    List<List<String>> lines = new ArrayList<>(List.of(names));
    IntStream.range(0, table.rowCount()).forEach(row -> lines.add(shown(row)));
    StringBuilder text = new StringBuilder();
    new AlignedColumns(column -> !isNumber(column), lines)
        .lines()
        .forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /**
   * Writes the table as Markdown with a heading, or nothing.
   *
   * @throws org.limpid.files.DataException if the file can't be written
   */
  public void writeMarkdown(Path file) {
    byte[] text = markdown().getBytes(StandardCharsets.UTF_8);
    AtomicFiles.write(file, out -> out.write(text));
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("# " + table.name() + "\n\n");
    line(text, names);
    line(
        text,
        IntStream.range(0, names.size()).mapToObj(i -> isNumber(i) ? "---:" : "---").toList());
    IntStream.range(0, table.rowCount()).forEach(row -> line(text, shown(row)));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /**
   * Writes the table as CSV, or nothing; what is not known is empty.
   *
   * @throws org.limpid.files.DataException if the file can't be written
   */
  public void writeCsv(Path file) {
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(out, CsvTexts.RESTORABLE)) {
            csv.row(names.toArray(String[]::new));
            for (int row = 0; row < table.rowCount(); row++) {
              for (Column<?> column : table.columns()) {
                field(csv, column, row);
              }
              csv.endRow();
            }
          }
        });
  }

  private static void field(CsvOutput csv, Column<?> column, int row) {
    switch (column) {
      case LongColumn numbers -> csv.field(numbers.getLong(row));
      case DoubleColumn numbers when Double.isNaN(numbers.getDouble(row)) -> csv.emptyField();
      case DoubleColumn numbers -> csv.field(numbers.getDouble(row), CSV_DECIMALS);
      default -> csv.field(column.getString(row));
    }
  }

  private boolean isNumber(int column) {
    return table.columnCount() > 0 && !(table.column(column) instanceof StringColumn);
  }

  private List<String> shown(int row) {
    return table.columns().stream().map(column -> shown(column, row)).toList();
  }

  private static String shown(Column<?> column, int row) {
    return switch (column) {
      case LongColumn numbers -> String.format(Locale.ROOT, "%,d", numbers.getLong(row));
      case DoubleColumn numbers when Double.isNaN(numbers.getDouble(row)) -> "-";
      case DoubleColumn numbers -> String.format(Locale.ROOT, "%,.2f", numbers.getDouble(row));
      default -> PrintableText.inLine(column.getString(row));
    };
  }
}
