package org.limpid.results.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One small table in every format. */
final class TableFormatTest {
  private static final PageTable TABLE =
      new PageTable(
          "sample",
          "Table 9",
          "Names & sizes",
          "Small wins by 50 %.",
          List.of(
              PageColumn.text("name", "name"),
              PageColumn.number("size_mean", "size", "s"),
              PageColumn.number("count", "count", "")),
          List.of(
              List.of(
                  Cell.of("a_b|c<d>,e"), new Cell.Amount(1234.5678, 2, true), Cell.of(1_000_000)),
              List.of(Cell.of(""), Cell.of(Double.NaN, 2), Cell.of(-7))),
          List.of("[1] 100% of $x_1$"));

  private static String text(TableFormat format) {
    return new String(format.render(TABLE), StandardCharsets.UTF_8);
  }

  @Test
  void csvHasKeysAndDigits() {
    assertEquals(
        """
        name,size_mean,count
        "a_b|c<d>,e",1234.567800,1000000
        ,,-7
        """,
        text(TableFormat.CSV));
  }

  @Test
  void markdownAlignsAndEscapes() {
    assertEquals(
        """
        # Table 9: Names & sizes

        | name | size (s) | count |
        | --- | ---: | ---: |
        | a\\_b\\|c\\<d\\>,e | **1,234.57** | 1,000,000 |
        |  | – | −7 |

        Small wins by 50 %.

        \\[1\\] 100% of $x\\_1$
        """,
        text(TableFormat.MD));
  }

  @Test
  void latexIsOfBooktabsAndEscaped() {
    assertEquals(
        """
        % Needs \\usepackage[T1]{fontenc} and \\usepackage{booktabs}.
        \\begin{table}
          \\centering
          \\caption{Names \\& sizes. Small wins by 50 \\%.}
          \\label{tab:sample}
          \\begin{tabular}{lrr}
            \\toprule
            name & \\multicolumn{1}{c}{size (s)} & \\multicolumn{1}{c}{count} \\\\
            \\midrule
            a\\_b\\textbar{}c\\textless{}d\\textgreater{},e & \\textbf{1,234.57} & 1,000,000 \\\\
             & -- & $-$7 \\\\
            \\bottomrule
          \\end{tabular}
          \\par\\smallskip\\footnotesize [1] 100\\% of \\$x\\_1\\$
        \\end{table}
        """,
        text(TableFormat.TEX));
  }

  @Test
  void htmlIsAPageOfItsOwn() {
    String html = text(TableFormat.HTML);
    assertTrue(html.contains("<caption>Table 9: Names &amp; sizes</caption>"), html);
    assertTrue(html.contains("<th scope=\"row\">a_b|c&lt;d&gt;,e</th>"), html);
    assertTrue(
        html.contains(
            "<td class=\"number\" data-value=\"1234.5678\"><strong>1,234.57</strong></td>"),
        html);
    assertTrue(html.contains("<p>[1] 100% of $x_1$</p>"), html);
  }

  @Test
  void tablesAreRectangles() {
    List<PageColumn> columns = List.of(PageColumn.text("a", "a"));
    List<List<Cell>> rows = List.of(List.of(Cell.of(1), Cell.of(2)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PageTable("name", "Table 1", "Title", "", columns, rows, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PageTable("Name", "Table 1", "Title", "", columns, List.of(), List.of()));
    assertThrows(IllegalArgumentException.class, () -> PageColumn.text("A b", "a"));
    assertThrows(IllegalArgumentException.class, () -> Cell.of(Double.POSITIVE_INFINITY, 1));
  }
}
