package org.limpid.experiment.reproduce;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.limpid.experiment.simulate.SimulationReport;
import org.limpid.experiment.simulate.TableText;
import org.limpid.simulation.metrics.PolicySummary;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a reproduction has to say.
 *
 * @param simulation the runs of all policies
 * @param models folder of the models that were trained; empty if there are none
 * @param notices what could not be done, one sentence each
 */
public record ReproduceReport(
    SimulationReport simulation, Optional<Path> models, List<String> notices) {
  private static final List<String> YARDSTICKS = List.of("fifo", "tiresias");

  public ReproduceReport {
    Objects.requireNonNull(models, "models");
    notices = List.copyOf(notices);
  }

  /** The policies beside FIFO and Tiresias, and where the predictions came from. */
  public String toText() {
    StringBuilder text = new StringBuilder(TableText.aligned(table()));
    List<String> origins = simulation.notices();
    text.append(origins.isEmpty() ? "" : "\nModels\n");
    origins.forEach(origin -> text.append("  ").append(origin).append('\n'));
    return text.toString();
  }

  private Table table() {
    Table table =
        Table.create(
            "comparison",
            StringColumn.create("policy"),
            DoubleColumn.create("mean JCT s"),
            DoubleColumn.create("mean queue s"),
            DoubleColumn.create("p99.9 queue s"));
    for (PolicySummary summary : simulation.summaries()) {
      table.stringColumn(0).append(summary.policy());
      table.doubleColumn(1).append(summary.all().jct().mean());
      table.doubleColumn(2).append(summary.all().queue().mean());
      table.doubleColumn(3).append(summary.all().queue().p999());
    }
    YARDSTICKS.forEach(name -> addRatios(table, name));
    return table;
  }

  private void addRatios(Table table, String yardstick) {
    simulation.summaries().stream()
        .filter(summary -> summary.policy().equals(yardstick))
        .findFirst()
        .ifPresent(other -> {
          DoubleColumn ratios = DoubleColumn.create("JCT / " + yardstick);
          simulation.summaries().forEach(each -> ratios.append(meanJct(each) / meanJct(other)));
          table.addColumns(ratios);
        });
  }

  private static double meanJct(PolicySummary summary) {
    return summary.all().jct().mean();
  }

  /** All figures as JSON. */
  public String toJson() {
    return simulation.toJson();
  }
}
