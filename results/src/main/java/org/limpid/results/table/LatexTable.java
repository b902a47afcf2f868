package org.limpid.results.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.limpid.files.PrintableText;

/**
 * Writes tables as LaTeX in the style of the package {@code booktabs}; the best numbers are bold.
 */
final class LatexTable {
  private static final Map<Integer, String> COMMANDS =
      Map.ofEntries(
          Map.entry((int) '\\', "\\textbackslash{}"),
          Map.entry((int) '{', "\\{"),
          Map.entry((int) '}', "\\}"),
          Map.entry((int) '$', "\\$"),
          Map.entry((int) '&', "\\&"),
          Map.entry((int) '#', "\\#"),
          Map.entry((int) '%', "\\%"),
          Map.entry((int) '_', "\\_"),
          Map.entry((int) '^', "\\textasciicircum{}"),
          Map.entry((int) '~', "\\textasciitilde{}"),
          Map.entry((int) '<', "\\textless{}"),
          Map.entry((int) '>', "\\textgreater{}"),
          Map.entry((int) '|', "\\textbar{}"),
          Map.entry((int) '"', "\\textquotedbl{}"),
          Map.entry((int) '−', "$-$"),
          Map.entry((int) '–', "--"),
          Map.entry((int) '≤', "$\\leq$"),
          Map.entry((int) '≥', "$\\geq$"),
          Map.entry((int) '×', "$\\times$"),
          Map.entry((int) '·', "$\\cdot$"),
          Map.entry((int) '±', "$\\pm$"),
          Map.entry((int) '²', "$^2$"));

  private LatexTable() {}

  static String text(PageTable table) {
    return """
    %% Needs \\usepackage[T1]{fontenc} and \\usepackage{booktabs}.
    \\begin{table}
      \\centering
      \\caption{%s.}
      \\label{tab:%s}
      \\begin{tabular}{%s}
        \\toprule
    %s    \\midrule
    %s    \\bottomrule
      \\end{tabular}
    %s\\end{table}
    """
        .formatted(
            caption(table),
            table.name(),
            table.columns().stream()
                .map(c -> c.numeric() ? "r" : "l")
                .collect(Collectors.joining()),
            line(table.columns().stream().map(LatexTable::heading).toList()),
            table.rows().stream()
                .map(row -> line(row.stream().map(LatexTable::cell).toList()))
                .collect(Collectors.joining()),
            notes(table.notes()));
  }

  private static String caption(PageTable table) {
    String title = escaped(table.title());
    return table.caption().isEmpty()
        ? title
        : title + ". " + escaped(table.caption()).replaceFirst("\\.$", "");
  }

  private static String heading(PageColumn column) {
    String label = escaped(column.label());
    return column.numeric() ? "\\multicolumn{1}{c}{%s}".formatted(label) : label;
  }

  private static String line(List<String> cells) {
    return "    " + String.join(" & ", cells) + " \\\\\n";
  }

  private static String cell(Cell cell) {
    String shown = escaped(cell.shown());
    return cell.isBest() ? "\\textbf{" + shown + "}" : shown;
  }

  private static String notes(List<String> notes) {
    return notes.stream()
        .map(note -> "  \\par\\smallskip\\footnotesize " + escaped(note) + "\n")
        .collect(Collectors.joining());
  }

  /** Text in one line, in which nothing is a command of LaTeX. */
  private static String escaped(String text) {
    return PrintableText.inLine(text)
        .codePoints()
        .mapToObj(c -> COMMANDS.getOrDefault(c, Character.toString(c)))
        .collect(Collectors.joining());
  }
}
