package org.limpid.plots.paper;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.table.Cell;
import org.limpid.plots.table.Column;
import org.limpid.plots.table.Table;
import org.limpid.plots.table.TableOutcome;
import org.limpid.plots.table.TableSource;
import org.limpid.simulation.metrics.Distribution;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;

/** Mean job completion time and queueing delay of large and small jobs per policy. */
public final class Table5 implements TableSource {
  private static final int DECIMALS = 2;
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("policy", "policy"),
          Column.number("jct_large", "JCT large", "s"),
          Column.number("jct_small", "JCT small", "s"),
          Column.number("queue_large", "queue large", "s"),
          Column.number("queue_small", "queue small", "s"));

  @Override
  public String name() {
    return "table5";
  }

  @Override
  public String description() {
    return "means of large and small jobs";
  }

  @Override
  public Optional<String> inPaper() {
    return Optional.of("Table 5");
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.RUN);
  }

  @Override
  public TableOutcome tables(Inputs inputs, FigureOptions options) {
    return new TableOutcome.Made(List.of(of(Summaries.chosen(inputs, options))));
  }

  /** The table of some policies; a mean over no jobs is unknown. */
  public static Table of(List<PolicySummary> summaries) {
    return new Table(
        "table5",
        "Table 5",
        "Means of large (more than 8 GPUs) and small jobs",
        "",
        COLUMNS,
        summaries.stream().map(Table5::row).toList(),
        List.of());
  }

  private static List<Cell> row(PolicySummary summary) {
    return List.of(
        Cell.of(summary.policy()),
        mean(summary, "large", JobGroup::jct),
        mean(summary, "small", JobGroup::jct),
        mean(summary, "large", JobGroup::queue),
        mean(summary, "small", JobGroup::queue));
  }

  private static Cell mean(
      PolicySummary summary, String size, Function<JobGroup, Distribution> times) {
    return Cell.of(
        Summaries.size(summary, size).map(times).map(Distribution::mean).orElse(Double.NaN),
        DECIMALS);
  }
}
