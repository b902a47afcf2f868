package org.limpid.plots.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.data.Quantile;
import org.limpid.experiment.chain.ChainLoad;
import org.limpid.experiment.chain.ValidationReport;
import org.limpid.files.Words;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageColumn;
import org.limpid.results.table.PageTable;

/** Quantiles of gaps and overlaps, by load and way to submit. */
final class QuantileTable {
  private static final int[] PERCENTS = {0, 10, 25, 50, 75, 90, 100};

  private QuantileTable() {}

  static PageTable of(ValidationReport report) {
    List<PageColumn> columns = new ArrayList<>();
    columns.add(PageColumn.text("load", "Load"));
    columns.add(PageColumn.text("method", "Submitted"));
    for (int percent : PERCENTS) {
      columns.add(PageColumn.number("p%d_hours".formatted(percent), "p" + percent, "h"));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (ChainLoad load : report.loads()) {
      report.methods().forEach(method -> rows.add(row(load, method, report.hours(load, method))));
    }
    return new PageTable(
        "chain-gap-quantiles-" + report.nodes(),
        "Chains of " + Words.count(report.nodes(), "node"),
        "Quantiles of gaps and overlaps by load",
        "Below 0: both jobs ran at the same time for so long.",
        columns,
        rows,
        List.of());
  }

  private static List<Cell> row(ChainLoad load, String method, double[] hours) {
    double[] sorted = hours.clone();
    Arrays.sort(sorted);
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(load.label()));
    row.add(Cell.of(MethodLook.words(method)));
    for (int percent : PERCENTS) {
      row.add(Cell.of(Quantile.ofSorted(sorted, percent / 100.0), 2));
    }
    return row;
  }
}
