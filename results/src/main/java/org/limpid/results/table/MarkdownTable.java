package org.limpid.results.table;

import java.util.List;
import java.util.stream.Collectors;
import org.limpid.files.PrintableText;

/** Writes tables as Markdown; the best numbers are bold. */
final class MarkdownTable {
  private MarkdownTable() {}

  static String text(Table table) {
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
