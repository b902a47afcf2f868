package org.limpid.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageColumn;
import org.limpid.results.table.PageTable;
import org.limpid.simulation.metrics.DeadlineSummary;
import org.limpid.simulation.metrics.Distribution;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;

/**
 * The tables of the Lucid paper that sum up a run, one row per policy, in seconds. If jobs have
 * deadlines Table 4 has some columns more.
 */
public final class PaperTables {
  private static final int DECIMALS = 2;

  private PaperTables() {}

  /** A column of numbers. */
  private record Figure(
      String key, String heading, String unit, ToDoubleFunction<PolicySummary> value) {
    /** A length of time. */
    Figure(String key, String heading, ToDoubleFunction<PolicySummary> value) {
      this(key, heading, "s", value);
    }

    /** What became of deadlines. */
    static Figure ofDeadlines(
        String key, String heading, String unit, ToDoubleFunction<DeadlineSummary> value) {
      return new Figure(
          key,
          heading,
          unit,
          summary ->
              summary.deadlines().isEmpty()
                  ? Double.NaN
                  : value.applyAsDouble(summary.deadlines().get()));
    }
  }

  /** Table 4: mean job completion time, mean queueing delay and its 99.9 % quantile. */
  public static PageTable table4(List<PolicySummary> summaries) {
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("jct_mean", "mean JCT", summary -> summary.all().jct().mean()));
    figures.add(new Figure("queue_mean", "mean queue", summary -> summary.all().queue().mean()));
    figures.add(new Figure("queue_p999", "p99.9 queue", summary -> summary.all().queue().p999()));
    if (summaries.stream().anyMatch(summary -> summary.deadlines().isPresent())) {
      figures.add(
          Figure.ofDeadlines("deadlines_met", "deadlines met", "%", each -> 100 * each.ratio()));
      figures.add(Figure.ofDeadlines("declined", "declined", "jobs", DeadlineSummary::declined));
      figures.add(
          Figure.ofDeadlines(
              "broken_promises", "accepted, but late", "jobs", DeadlineSummary::brokenPromises));
      figures.add(
          Figure.ofDeadlines(
              "gpu_efficiency", "GPU efficiency", "%", each -> 100 * each.gpuEfficiency()));
    }
    return table(4, "Job completion time and queueing delay", summaries, figures);
  }

  /** Table 5: means of large and small jobs; a mean over no jobs is unknown. */
  public static PageTable table5(List<PolicySummary> summaries) {
    return table(
        5,
        "Means of large (more than 8 GPUs) and small jobs",
        summaries,
        List.of(
            new Figure("jct_large", "JCT large", summary -> mean(summary, "large", JobGroup::jct)),
            new Figure("jct_small", "JCT small", summary -> mean(summary, "small", JobGroup::jct)),
            new Figure(
                "queue_large", "queue large", summary -> mean(summary, "large", JobGroup::queue)),
            new Figure(
                "queue_small", "queue small", summary -> mean(summary, "small", JobGroup::queue))));
  }

  private static double mean(
      PolicySummary summary, String size, Function<JobGroup, Distribution> times) {
    return summary.bySize(size).map(times).map(Distribution::mean).orElse(Double.NaN);
  }

  private static PageTable table(
      int number, String title, List<PolicySummary> summaries, List<Figure> figures) {
    List<PageColumn> columns = new ArrayList<>(List.of(PageColumn.text("policy", "policy")));
    for (Figure figure : figures) {
      columns.add(PageColumn.number(figure.key(), figure.heading(), figure.unit()));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (PolicySummary summary : summaries) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(summary.policy())));
      for (Figure figure : figures) {
        row.add(Cell.of(figure.value().applyAsDouble(summary), DECIMALS));
      }
      rows.add(row);
    }
    return new PageTable("table" + number, "Table " + number, title, "", columns, rows, List.of());
  }
}
