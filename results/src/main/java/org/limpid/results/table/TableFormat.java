package org.limpid.results.table;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.limpid.data.io.CsvTexts;

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

  private final Function<Table, String> text;

  TableFormat(Function<Table, String> text) {
    this.text = text;
  }

  /** The bytes of a file. */
  public byte[] render(Table table) {
    return text.apply(table).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The bytes of a file.
   *
   * @param texts how texts stand in CSV
   */
  public byte[] render(Table table, CsvTexts texts) {
    return this == CSV
        ? CsvTable.text(table, texts).getBytes(StandardCharsets.UTF_8)
        : render(table);
  }

  /** End of the names of files, and name on the command line: {@code csv}. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
