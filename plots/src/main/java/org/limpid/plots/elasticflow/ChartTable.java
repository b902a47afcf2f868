package org.limpid.plots.elasticflow;

import java.util.ArrayList;
import java.util.List;
import org.limpid.experiment.elasticflow.BarChart;
import org.limpid.experiment.elasticflow.BarChart.Series;
import org.limpid.experiment.elasticflow.StepChart;
import org.limpid.experiment.elasticflow.StudyChart;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageColumn;
import org.limpid.results.table.PageTable;

/** The numbers of a figure as a table: ours and the published ones side by side. */
final class ChartTable {
  private static final int DECIMALS = 3;
  private static final String END = "-values";

  private ChartTable() {}

  static PageTable of(StudyChart chart) {
    return switch (chart) {
      case BarChart bars -> ofBars(bars);
      case StepChart steps -> ofSteps(steps);
    };
  }

  private static PageTable ofBars(BarChart chart) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int group = 0; group < chart.groups().size(); group++) {
      for (Series series : chart.series()) {
        double ours = series.ours()[group];
        double published = series.published()[group];
        rows.add(
            List.of(
                Cell.of(chart.groups().get(group)),
                Cell.of(series.policy().words()),
                Cell.of(ours, DECIMALS),
                Cell.of(published, DECIMALS),
                Cell.of(ours - published, DECIMALS)));
      }
    }
    return table(
        chart,
        "%s by %s".formatted(chart.measure().words(), lower(chart.groupTitle())),
        List.of(
            PageColumn.text("group", chart.groupTitle().isEmpty() ? "Trace" : chart.groupTitle()),
            PageColumn.text("policy", "Policy"),
            PageColumn.number("ours", "Limpid", ""),
            PageColumn.number("published", "published", ""),
            PageColumn.number("difference", "difference", "")),
        rows);
  }

  private static String lower(String title) {
    return title.isEmpty() ? "trace" : title.substring(0, 1).toLowerCase() + title.substring(1);
  }

  private static PageTable ofSteps(StepChart chart) {
    List<List<Cell>> rows =
        chart.lines().stream()
            .map(line ->
                List.of(
                    Cell.of(line.policy().words()),
                    Cell.of(line.mean(), DECIMALS),
                    Cell.of((long) line.seconds().length)))
            .toList();
    return table(
        chart,
        chart.measure() + ", mean over time",
        List.of(
            PageColumn.text("policy", "Policy"),
            PageColumn.number("mean", "mean", ""),
            PageColumn.number("events", "scheduling events", "")),
        rows);
  }

  private static PageTable table(
      StudyChart chart, String title, List<PageColumn> columns, List<List<Cell>> rows) {
    return new PageTable(
        chart.name() + END, chart.inPaper(), title, "", columns, rows, chart.notes());
  }
}
