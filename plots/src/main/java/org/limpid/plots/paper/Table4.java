package org.limpid.plots.paper;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.table.Cell;
import org.limpid.plots.table.Column;
import org.limpid.plots.table.Table;
import org.limpid.plots.table.TableOutcome;
import org.limpid.plots.table.TableSource;
import org.limpid.simulation.metrics.PolicySummary;

/** Mean job completion time, mean queueing delay and its 99.9 % quantile per policy. */
public final class Table4 implements TableSource {
  private static final int DECIMALS = 2;
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("policy", "policy"),
          Column.number("jct_mean", "mean JCT", "s"),
          Column.number("queue_mean", "mean queue", "s"),
          Column.number("queue_p999", "p99.9 queue", "s"));

  @Override
  public String name() {
    return "table4";
  }

  @Override
  public String description() {
    return "mean job completion time, mean and 99.9 % quantile of the queueing delay";
  }

  @Override
  public Optional<String> inPaper() {
    return Optional.of("Table 4");
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.RUN);
  }

  @Override
  public TableOutcome tables(Inputs inputs, FigureOptions options) {
    return new TableOutcome.Made(List.of(of(Summaries.chosen(inputs, options))));
  }

  /** The table of some policies. */
  public static Table of(List<PolicySummary> summaries) {
    return new Table(
        "table4",
        "Table 4",
        "Job completion time and queueing delay",
        "",
        COLUMNS,
        summaries.stream().map(Table4::row).toList(),
        List.of());
  }

  private static List<Cell> row(PolicySummary summary) {
    return List.of(
        Cell.of(summary.policy()),
        Cell.of(summary.all().jct().mean(), DECIMALS),
        Cell.of(summary.all().queue().mean(), DECIMALS),
        Cell.of(summary.all().queue().p999(), DECIMALS));
  }
}
