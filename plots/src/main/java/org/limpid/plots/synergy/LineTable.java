package org.limpid.plots.synergy;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.Quantile;
import org.limpid.experiment.synergy.SynergyChart;
import org.limpid.experiment.synergy.SynergyChart.Line;
import org.limpid.experiment.synergy.SynergyChart.Measure;
import org.limpid.experiment.synergy.SynergyChart.Panel;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageColumn;
import org.limpid.results.table.PageTable;

/** The numbers of a figure as a table. */
final class LineTable {
  private static final int DECIMALS = 3;
  private static final int DECIMALS_OF_LOADS = 2;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final String END = "-values";

  private LineTable() {}

  static PageTable of(SynergyChart chart) {
    return chart.measure() == Measure.MEAN_JCT ? ofMeans(chart) : ofDistributions(chart);
  }

  private static PageTable ofMeans(SynergyChart chart) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Panel panel : chart.panels()) {
      double[] first = panel.lines().getFirst().means();
      for (Line line : panel.lines()) {
        for (int i = 0; i < line.xs().length; i++) {
          rows.add(
              List.of(
                  Cell.of(panel.title()),
                  Cell.of(LineLook.words(line.allocation())),
                  Cell.of(line.xs()[i], DECIMALS_OF_LOADS),
                  Cell.of(line.means()[i], DECIMALS),
                  Cell.of(first[i] / line.means()[i], DECIMALS),
                  Cell.of(line.published()[i], DECIMALS)));
        }
      }
    }
    return table(
        chart,
        "Mean time from arrival to end",
        List.of(
            PageColumn.text("panel", "Policy or models"),
            PageColumn.text("allocation", "Allocation"),
            PageColumn.number("x", chart.xTitle(), ""),
            PageColumn.number("mean_hours", "mean", "h"),
            PageColumn.number("gain", "gain", ""),
            PageColumn.number("published_mean_hours", "published", "h")),
        rows);
  }

  private static PageTable ofDistributions(SynergyChart chart) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Panel panel : chart.panels()) {
      double first = panel.lines().getFirst().means()[0];
      for (Line line : panel.lines()) {
        rows.add(
            List.of(
                Cell.of(panel.title()),
                Cell.of(LineLook.words(line.allocation())),
                Cell.of(line.means()[0], DECIMALS),
                Cell.of(first / line.means()[0], DECIMALS),
                Cell.of(hours(line, .5), DECIMALS),
                Cell.of(hours(line, .99), DECIMALS)));
      }
    }
    return table(
        chart,
        "Time from arrival to end",
        List.of(
            PageColumn.text("panel", "Policy"),
            PageColumn.text("allocation", "Allocation"),
            PageColumn.number("mean_hours", "mean", "h"),
            PageColumn.number("gain", "gain", ""),
            PageColumn.number("median_hours", "median", "h"),
            PageColumn.number("p99_hours", "p99", "h")),
        rows);
  }

  private static double hours(Line line, double share) {
    return Quantile.ofSorted(line.xs(), share) / SECONDS_PER_HOUR;
  }

  private static PageTable table(
      SynergyChart chart, String title, List<PageColumn> columns, List<List<Cell>> rows) {
    return new PageTable(
        chart.name() + END,
        chart.inPaper(),
        title,
        "Gain: how many times longer the mean is with the first allocation.",
        columns,
        rows,
        chart.notes());
  }
}
