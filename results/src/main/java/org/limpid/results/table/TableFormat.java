package org.limpid.results.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.PrintableText;

/** The formats of files of tables. All are UTF-8 and end with a line feed. */
public enum TableFormat {
  /** For other programs: names of columns as keys, six decimals, unknown numbers empty. */
  CSV(table -> CsvTable.text(table, CsvTexts.EXACT)),
  /** For pages of text: a heading, then the table. */
  MD(MarkdownTable::text),
  /** For papers: an environment {@code table} that needs the package {@code booktabs}. */
  TEX(LatexTable::text),
  /** A page of its own. */
  HTML(HtmlTable::page);

  private final Function<PageTable, String> text;

  TableFormat(Function<PageTable, String> text) {
    this.text = text;
  }

  /** The bytes of a file. */
  public byte[] render(PageTable table) {
    return text.apply(table).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The bytes of a file.
   *
   * @param texts how texts stand in CSV
   */
  public byte[] render(PageTable table, CsvTexts texts) {
    return this == CSV
        ? CsvTable.text(table, texts).getBytes(StandardCharsets.UTF_8)
        : render(table);
  }

  /** End of the names of files, and name on the command line: {@code csv}. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Writes tables as CSV. */
  private static final class CsvTable {
    private static final int DECIMALS = 6;

    private CsvTable() {}

    static String text(PageTable table, CsvTexts texts) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (CsvOutput csv = new CsvOutput(bytes, texts)) {
        csv.row(table.columns().stream().map(PageColumn::key).toArray(String[]::new));
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

  /** Writes tables as Markdown; the best numbers are bold. */
  private static final class MarkdownTable {
    private MarkdownTable() {}

    static String text(PageTable table) {
      StringBuilder text = new StringBuilder("# " + escaped(table.heading()) + "\n\n");
      line(text, table.columns().stream().map(column -> escaped(column.label())).toList());
      line(text, table.columns().stream().map(c -> c.numeric() ? "---:" : "---").toList());
      table.rows().forEach(row -> line(text, row.stream().map(MarkdownTable::cell).toList()));
      text.append(table.caption().isEmpty() ? "" : "\n" + escaped(table.caption()) + "\n");
      table.notes().forEach(note -> text.append('\n').append(escaped(note)).append('\n'));
      return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
      text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String cell(Cell cell) {
      String shown = escaped(cell.shown());
      return cell.isBest() ? "**" + shown + "**" : shown;
    }

    /** Text in one line, with what has a meaning in Markdown in front of a backslash. */
    private static String escaped(String text) {
      return PrintableText.inLine(text)
          .codePoints()
          .mapToObj(c -> ("\\`*_|<>[]".indexOf(c) >= 0 ? "\\" : "") + Character.toString(c))
          .collect(Collectors.joining());
    }
  }
}
