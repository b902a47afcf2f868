package org.limpid.results;

import java.util.List;
import java.util.function.Function;
import org.limpid.results.table.Cell;
import org.limpid.results.table.Column;
import org.limpid.results.table.Table;
import org.limpid.simulation.metrics.Distribution;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;

/** The tables of the Lucid paper that sum up a run, one row per policy. */
public final class PaperTables {
  private static final int DECIMALS = 2;

  private PaperTables() {}

  /** Table 4: mean job completion time, mean queueing delay and its 99.9 % quantile. */
  public static Table table4(List<PolicySummary> summaries) {
    return new Table(
        "table4",
        "Table 4",
        "Job completion time and queueing delay",
        "",
        List.of(
            Column.text("policy", "policy"),
            Column.number("jct_mean", "mean JCT", "s"),
            Column.number("queue_mean", "mean queue", "s"),
            Column.number("queue_p999", "p99.9 queue", "s")),
        summaries.stream()
            .map(summary ->
                List.of(
                    Cell.of(summary.policy()),
                    Cell.of(summary.all().jct().mean(), DECIMALS),
                    Cell.of(summary.all().queue().mean(), DECIMALS),
                    Cell.of(summary.all().queue().p999(), DECIMALS)))
            .toList(),
        List.of());
  }

  /** Table 5: means of large and small jobs; a mean over no jobs is unknown. */
  public static Table table5(List<PolicySummary> summaries) {
    return new Table(
        "table5",
        "Table 5",
        "Means of large (more than 8 GPUs) and small jobs",
        "",
        List.of(
            Column.text("policy", "policy"),
            Column.number("jct_large", "JCT large", "s"),
            Column.number("jct_small", "JCT small", "s"),
            Column.number("queue_large", "queue large", "s"),
            Column.number("queue_small", "queue small", "s")),
        summaries.stream()
            .map(summary ->
                List.of(
                    Cell.of(summary.policy()),
                    mean(summary, "large", JobGroup::jct),
                    mean(summary, "small", JobGroup::jct),
                    mean(summary, "large", JobGroup::queue),
                    mean(summary, "small", JobGroup::queue)))
            .toList(),
        List.of());
  }

  private static Cell mean(
      PolicySummary summary, String size, Function<JobGroup, Distribution> times) {
    return Cell.of(
        summary.bySize(size).map(times).map(Distribution::mean).orElse(Double.NaN), DECIMALS);
  }
}
