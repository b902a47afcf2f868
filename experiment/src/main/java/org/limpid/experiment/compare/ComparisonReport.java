package org.limpid.experiment.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.PrintableText;
import org.limpid.interpret.text.TextTable;

/**
 * How all learners did in all contests.
 *
 * @param dataset name of the data set
 * @param results contest by contest, then what the reference measured in these contests
 * @param notices what was left out or is good to know, one sentence each
 */
public record ComparisonReport(String dataset, List<LearnerResult> results, List<String> notices) {
  private static final String LEGEND =
      """
      Of this run's learners, the best MAE, R2, Spearman and accuracy of a table are marked.
      CPU s is the time of all fits of the row on one thread; that of references is of another machine.
      """;

  public ComparisonReport {
    results = List.copyOf(results);
    notices = List.copyOf(notices);
  }

  private List<ContestTable> tables(String best, String notBest) {
    Map<String, List<LearnerResult>> contests = new LinkedHashMap<>();
    for (LearnerResult result : results) {
      contests.computeIfAbsent(result.variant(), _ -> new ArrayList<>()).add(result);
    }
    return contests.values().stream().map(own -> new ContestTable(own, best, notBest)).toList();
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

  /** All of it as JSON. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dataset", dataset);
    json.put("rows", results.stream().map(LearnerResult::toMap).toList());
    json.put("notices", notices);
    return json;
  }
}
