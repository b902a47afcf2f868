package org.limpid.plots.chain;

import java.util.ArrayList;
import java.util.List;
import org.limpid.experiment.chain.ChainScore;
import org.limpid.experiment.chain.GapPrice;
import org.limpid.experiment.chain.ValidationReport;
import org.limpid.files.Words;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageColumn;
import org.limpid.results.table.PageTable;

/** What each way to submit reaches, by load. */
final class ScoreTable {
  private static final List<PageColumn> COLUMNS =
      List.of(
          PageColumn.text("load", "Load"),
          PageColumn.number("windows", "windows", ""),
          PageColumn.text("method", "Submitted"),
          PageColumn.number("gap_hours", "gap", "h"),
          PageColumn.number("gap_change_percent", "against reactive", "%"),
          PageColumn.number("gap_change_half_width_percent", "+-", "%"),
          PageColumn.number("overlap_hours", "overlap", "h"),
          PageColumn.number("no_gap_percent", "no gap", "%"),
          PageColumn.number("wasted_node_hours", "node-hours wasted", ""),
          PageColumn.number("cost_hours", "cost", "h"),
          PageColumn.number("cost_change_percent", "against the glass box", "%"),
          PageColumn.number("cost_change_half_width_percent", "+-", "%"));

  private ScoreTable() {}

  static PageTable of(ValidationReport report, GapPrice price) {
    List<List<Cell>> rows = new ArrayList<>();
    report.scores().forEach(score -> rows.add(row(score)));
    return new PageTable(
        "chain-scores-" + report.nodes(),
        "Chains of " + Words.count(report.nodes(), "node"),
        "Gaps, overlaps and their cost by load",
        "Cost: %s h per hour of gap and 1 h per hour of overlap.".formatted(price),
        COLUMNS,
        rows,
        List.of(
            "Load is low up to a gap of 2 h under reactive, heavy above 12 h.",
            "+-: 95 % confidence, windows paired, a jackknife over spans of two days.",
            "Cost above 0 % against the glass box: dearer than it."));
  }

  private static List<Cell> row(ChainScore score) {
    return List.of(
        Cell.of(score.load()),
        Cell.of(score.windows()),
        Cell.of(MethodLook.words(score.method())),
        Cell.of(score.gapHours(), 2),
        Cell.of(100 * score.gapChange().share(), 0),
        Cell.of(100 * score.gapChange().halfWidth(), 0),
        Cell.of(score.overlapHours(), 2),
        Cell.of(100 * score.noGapShare(), 0),
        Cell.of(score.wastedNodeHours(), 0),
        Cell.of(score.costHours(), 2),
        Cell.of(100 * score.costChange().share(), 0),
        Cell.of(100 * score.costChange().halfWidth(), 0));
  }
}
