package org.limpid.experiment.compare;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.io.CsvOutput;
import org.limpid.files.PrintableText;
import org.limpid.interpret.text.TextTable;

/**
 * How all learners did in all contests.
 *
 * @param dataset name of the data set
 * @param standings contest by contest
 * @param figures what the reference measured in these contests
 * @param notices what was left out or is good to know, one sentence each
 */
public record ComparisonReport(
    String dataset, List<Standing> standings, List<ReferenceFigure> figures, List<String> notices) {
  private static final String LEGEND =
      """
      Of this run's learners, the best MAE, R2, Spearman and accuracy of a table are marked.
      CPU s is the time of all fits of the row on one thread; that of references is of another machine.
      """;

  public ComparisonReport {
    standings = List.copyOf(standings);
    figures = List.copyOf(figures);
    notices = List.copyOf(notices);
  }

  private List<ContestTable> tables(String best, String notBest) {
    Map<String, List<Standing>> contests = new LinkedHashMap<>();
    for (Standing standing : standings) {
      contests.computeIfAbsent(standing.variant(), _ -> new ArrayList<>()).add(standing);
    }
    List<ContestTable> tables = new ArrayList<>();
    contests.forEach((variant, own) -> {
      List<ReferenceFigure> beside =
          figures.stream().filter(figure -> figure.variant().equals(variant)).toList();
      tables.add(new ContestTable(own, beside, best, notBest));
    });
    return tables;
  }

  /** One table per contest, for a terminal. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    for (ContestTable table : tables("%s*", "%s ")) {
      TextTable lines = new TextTable(2).line(table.header());
      table.lines().forEach(lines::line);
      text.append(table.title()).append('\n').append(lines);
      notes(text, table, "  [%d] %s\n");
      text.append('\n');
    }
    return text.append(LEGEND).toString();
  }

  /** The same as Markdown. */
  public String markdown() {
    StringBuilder text =
        new StringBuilder(
            "# Comparison of learners on %s\n\n".formatted(PrintableText.inLine(dataset)));
    for (ContestTable table : tables("**%s**", "%s")) {
      text.append("## ").append(table.title()).append("\n\n");
      line(text, table.header());
      text.append("|---|---|").append("---:|".repeat(table.header().size() - 2)).append('\n');
      table.lines().forEach(cells -> line(text, cells));
      text.append('\n');
      notes(text, table, "[%d] %s  \n");
      text.append(table.notes().isEmpty() ? "" : "\n");
    }
    text.append(LEGEND);
    notices.forEach(notice -> text.append("\n").append(notice).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static void notes(StringBuilder text, ContestTable table, String format) {
    for (int i = 0; i < table.notes().size(); i++) {
      text.append(format.formatted(i + 1, table.notes().get(i)));
    }
  }

  /** All rows with all digits; what is not known is empty. */
  void csv(OutputStream out) {
    List<Map<String, Object>> rows = rows();
    try (CsvOutput csv = new CsvOutput(out)) {
      csv.row(rows.getFirst().keySet().toArray(String[]::new));
      for (Map<String, Object> row : rows) {
        csv.row(row.values().stream().map(ComparisonReport::field).toArray(String[]::new));
      }
    }
  }

  private static String field(Object value) {
    return switch (value) {
      case null -> "";
      case Double number when number.isNaN() -> "";
      case Boolean flag -> flag ? "1" : "0";
      default -> value.toString();
    };
  }

  /** All of it as JSON. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dataset", dataset);
    json.put("rows", rows());
    json.put("notices", notices);
    return json;
  }

  private List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    standings.forEach(standing -> rows.add(row(standing)));
    figures.forEach(figure -> rows.add(row(figure)));
    return rows;
  }

  private static Map<String, Object> row(Standing standing) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("model", standing.model().label());
    row.put("variant", standing.variant());
    row.put("leaks", standing.leaks());
    row.put("source", "limpid");
    row.put("learner", standing.learner());
    row.put("readable", standing.readable());
    row.put("test_rows", standing.testRows());
    row.put("mae", standing.meanAbsoluteError());
    row.put("r2", standing.r2());
    row.put("spearman", standing.spearman());
    row.put("accuracy", standing.accuracy());
    row.put("bytes", standing.byteCount() < 0 ? null : standing.byteCount());
    row.put("fit_cpu_seconds", standing.fitCpuSeconds());
    row.put("note", standing.remark());
    return row;
  }

  private static Map<String, Object> row(ReferenceFigure figure) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("model", figure.model());
    row.put("variant", figure.variant());
    row.put("leaks", null);
    row.put("source", figure.published() ? "published" : "reference");
    row.put("learner", figure.learner());
    row.put("readable", null);
    row.put("test_rows", figure.testRows());
    row.put("mae", figure.meanAbsoluteError());
    row.put("r2", figure.r2());
    row.put("spearman", figure.spearman());
    row.put("accuracy", figure.accuracy());
    row.put("bytes", null);
    row.put("fit_cpu_seconds", figure.fitCpuSeconds());
    row.put("note", figure.note());
    return row;
  }
}
