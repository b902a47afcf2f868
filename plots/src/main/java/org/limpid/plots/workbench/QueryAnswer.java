package org.limpid.plots.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.AlignedColumns;
import org.limpid.files.AtomicFiles;
import org.limpid.files.PrintableText;
import org.limpid.files.Words;
import org.limpid.results.table.Numbers;

/**
 * The table that answers a question about a run. Immutable.
 *
 * @param rows of cells, as many as columns: texts, {@code Long}, finite {@code Double}, truth
 *     values, and {@link #MISSING}
 * @param notices what is to be known of the answer, a sentence each
 */
public record QueryAnswer(List<Column> columns, List<List<Object>> rows, List<String> notices) {
  /** A cell that has no value. */
  public static final Object MISSING = new Object();

  private static final int DIGITS = 4;

  /** What a column holds. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** A length of time, in seconds. */
    LENGTH
  }

  /** A column. */
  public record Column(String name, Kind kind) {}

  public QueryAnswer {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    notices = List.copyOf(notices);
  }

  /** The table for people: aligned, numbers with four digits, lengths of time with their units. */
  public String toText() {
    List<List<String>> lines = new ArrayList<>(List.of(names()));
    rows.forEach(row -> lines.add(shown(row)));
    AlignedColumns aligned =
        new AlignedColumns(column -> columns.get(column).kind() == Kind.TEXT, lines);
    return String.join("\n", aligned.lines());
  }

  private List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  private List<String> shown(List<Object> row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(shown(row.get(i), columns.get(i).kind() == Kind.LENGTH));
    }
    return cells;
  }

  private static String shown(Object cell, boolean isLength) {
    return switch (cell) {
      case Number seconds when isLength -> Words.roughly(seconds.doubleValue());
      case Long number -> Numbers.whole(number);
      case Double number -> Numbers.significant(number, DIGITS);
      default -> cell == MISSING ? "-" : PrintableText.inLine(cell.toString());
    };
  }

  /** The rows for programs, each by the names of the columns; null where there is no value. */
  public List<Map<String, Object>> toJson() {
    return rows.stream().map(this::byName).toList();
  }

  private Map<String, Object> byName(List<Object> row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      cells.put(columns.get(i).name(), row.get(i) == MISSING ? null : row.get(i));
    }
    return cells;
  }

  /**
   * Writes the table as CSV with all digits and times in seconds, or nothing.
   *
   * @param overwrite whether a file that is there may be replaced
   * @throws org.limpid.files.DataException if it can't be written
   */
  public void writeCsv(Path file, boolean overwrite, CsvTexts texts) {
    AtomicFiles.write(
        file,
        overwrite,
        out -> {
          try (CsvOutput csv = new CsvOutput(out, texts)) {
            csv.row(names().toArray(String[]::new));
            rows.forEach(row -> write(csv, row));
          }
        });
  }

  private static void write(CsvOutput csv, List<Object> row) {
    for (Object cell : row) {
      switch (cell) {
        case Long number -> csv.field(number);
        case Double number -> csv.field(number);
        case String text -> csv.field(text);
        default -> csv.field(cell == MISSING ? "" : cell.toString());
      }
    }
    csv.endRow();
  }
}
