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
import org.limpid.files.Words;
import org.limpid.files.table.Parquet;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableRows;

/**
 * A table of a study: aligned text for a terminal, Markdown, and CSV.
 *
 * <p>For people numbers have four significant digits, or all before the point, with commas between
 * thousands; decimals in a column whose name ends with {@code " s"} are lengths of time, such as
 * {@code 4 h 50 min}, and the name is shown without it. CSV has the names as they are, and six
 * decimals. NaN stands for what is not known. Not safe for use by several threads.
 */
public final class ReportTable {
  private static final int CSV_DECIMALS = 6;
  private static final int SIGNIFICANT_DIGITS = 4;
  private static final String SECONDS = " s";

  private final String name;
  private final List<String> names;
  private final List<List<?>> rows = new ArrayList<>();

  /**
   * A table without rows.
   *
   * @param name its heading in Markdown
   * @param columns names of the columns
   */
  public ReportTable(String name, List<String> columns) {
    this.name = name;
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
    rows.add(List.copyOf(cells));
    return this;
  }

  /** Adds a row. */
  public ReportTable row(Object... cells) {
    return row(List.of(cells));
  }

  /** Columns aligned by spaces, numbers to the right. */
  public String aligned() {
    List<List<String>> lines = new ArrayList<>(List.of(headings()));
    rows.forEach(row -> lines.add(shown(row)));
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
    StringBuilder text = new StringBuilder("# " + name + "\n\n");
    line(text, headings());
    line(
        text,
        IntStream.range(0, names.size()).mapToObj(i -> isNumber(i) ? "---:" : "---").toList());
    rows.forEach(row -> line(text, shown(row)));
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
            for (List<?> row : rows) {
              for (Object cell : row) {
                field(csv, cell);
              }
              csv.endRow();
            }
          }
        });
  }

  /**
   * Writes the table as Parquet, or nothing; what is not known is missing.
   *
   * @param parquet writes it
   * @throws org.limpid.files.DataException if the file can't be written
   */
  public void writeParquet(Path file, Parquet parquet) {
    List<TableColumn> columns = IntStream.range(0, names.size()).mapToObj(this::column).toList();
    parquet.write(
        file,
        false,
        columns,
        out -> {
          for (List<?> row : rows) {
            for (int i = 0; i < row.size(); i++) {
              value(out, columns.get(i), row.get(i));
            }
            out.endRow();
          }
        });
  }

  private TableColumn column(int place) {
    List<?> known =
        rows.stream().map(row -> row.get(place)).filter(cell -> !isUnknown(cell)).toList();
    if (!known.stream().allMatch(Number.class::isInstance)) {
      return TableColumn.ofTexts(names.get(place));
    }
    return known.isEmpty() || known.stream().anyMatch(Double.class::isInstance)
        ? TableColumn.ofDoubles(names.get(place))
        : TableColumn.ofLongs(names.get(place));
  }

  private static boolean isUnknown(Object cell) {
    return cell instanceof Double number && Double.isNaN(number);
  }

  private static void value(TableRows out, TableColumn column, Object cell) {
    if (isUnknown(cell)) {
      out.missing();
      return;
    }
    switch (column.kind()) {
      case LONG -> out.value(((Number) cell).longValue());
      case DOUBLE -> out.value(((Number) cell).doubleValue());
      case TEXT -> out.value(cell.toString());
    }
  }

  private static void field(CsvOutput csv, Object cell) {
    switch (cell) {
      case Double number when Double.isNaN(number) -> csv.emptyField();
      case Double number -> csv.field(number, CSV_DECIMALS);
      case Number number -> csv.field(number.longValue());
      default -> csv.field(cell.toString());
    }
  }

  private boolean isNumber(int column) {
    return !rows.isEmpty() && rows.getFirst().get(column) instanceof Number;
  }

  private boolean isTime(int column) {
    return names.get(column).endsWith(SECONDS)
        && !rows.isEmpty()
        && rows.getFirst().get(column) instanceof Double;
  }

  private List<String> headings() {
    return IntStream.range(0, names.size()).mapToObj(this::heading).toList();
  }

  private String heading(int column) {
    String heading = names.get(column);
    return isTime(column) ? heading.substring(0, heading.length() - SECONDS.length()) : heading;
  }

  private List<String> shown(List<?> row) {
    return IntStream.range(0, row.size()).mapToObj(column -> shown(row, column)).toList();
  }

  private String shown(List<?> row, int column) {
    return switch (row.get(column)) {
      case Double number when Double.isNaN(number) -> "-";
      case Double number when isTime(column) -> Words.roughly(number);
      case Double number -> significant(number);
      case Number number -> Words.number(number.longValue());
      case Object text -> PrintableText.inLine(text.toString());
    };
  }

  private static String significant(double number) {
    int before = number == 0 ? 1 : 1 + (int) Math.floor(Math.log10(Math.abs(number)));
    int decimals = Math.clamp(SIGNIFICANT_DIGITS - before, 0, CSV_DECIMALS);
    return String.format(Locale.ROOT, "%%,.%df".formatted(decimals), number);
  }
}
