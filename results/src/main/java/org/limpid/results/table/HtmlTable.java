package org.limpid.results.table;

import java.util.List;
import java.util.stream.Collectors;
import org.limpid.files.PrintableText;

/** Writes tables as HTML; the best numbers are in {@code <strong>}. */
public final class HtmlTable {
  private static final String STYLE =
      """
      body{font-family:sans-serif;margin:2rem}
      table{border-collapse:collapse}
      caption{text-align:left;font-weight:bold;padding-bottom:.5rem}
      th,td{padding:.25rem .75rem;text-align:left;border-bottom:1px solid #ccc}
      .number{text-align:right;font-variant-numeric:tabular-nums}
      """;

  private HtmlTable() {}

  static String page(PageTable table) {
    String title = escaped(table.heading());
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <table>
    <caption>%s</caption>
    %s</table>
    %s</body>
    </html>
    """
        .formatted(title, STYLE, title, content(table, HtmlTable::label), paragraphs(table));
  }

  private static String paragraphs(PageTable table) {
    String caption = table.caption().isEmpty() ? "" : paragraph(table.caption());
    return caption + table.notes().stream().map(HtmlTable::paragraph).collect(Collectors.joining());
  }

  private static String paragraph(String text) {
    return "<p>" + escaped(text) + "</p>\n";
  }

  /**
   * Head and body of a table whose rows can be sorted: headings are buttons, and numbers bear their
   * value.
   */
  public static String sortable(PageTable table) {
    return content(table, column -> "<button type=\"button\">" + label(column) + "</button>");
  }

  private interface Heading {
    String of(PageColumn column);
  }

  private static String content(PageTable table, Heading heading) {
    StringBuilder html = new StringBuilder("<thead>\n<tr>");
    for (PageColumn column : table.columns()) {
      html.append("<th scope=\"col\"").append(kind(column)).append('>');
      html.append(heading.of(column)).append("</th>");
    }
    html.append("</tr>\n</thead>\n<tbody>\n");
    table.rows().forEach(row -> row(html, table.columns(), row));
    return html.append("</tbody>\n").toString();
  }

  private static String label(PageColumn column) {
    String unit = column.unit().isEmpty() ? "" : " (" + escaped(column.unit()) + ")";
    return escaped(column.heading()) + unit;
  }

  private static void row(StringBuilder html, List<PageColumn> columns, List<Cell> cells) {
    html.append("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      String tag = i == 0 ? "th" : "td";
      html.append('<').append(tag).append(i == 0 ? " scope=\"row\"" : "");
      html.append(kind(columns.get(i))).append(value(cells.get(i))).append('>');
      html.append(shown(cells.get(i))).append("</").append(tag).append('>');
    }
    html.append("</tr>\n");
  }

  private static String kind(PageColumn column) {
    return column.numeric() ? " class=\"number\"" : "";
  }

  private static String value(Cell cell) {
    return switch (cell) {
      case Cell.Amount number when number.isKnown() -> " data-value=\"" + number.value() + "\"";
      case Cell.Amount _ -> " data-value=\"\"";
      case Cell.Text _ -> "";
    };
  }

  private static String shown(Cell cell) {
    String text = escaped(cell.shown());
    return cell.isBest() ? "<strong>" + text + "</strong>" : text;
  }

  private static String escaped(String text) {
    return PrintableText.inMarkup(text);
  }
}
