package org.limpid.experiment.reproduce;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.limpid.experiment.simulate.SimulationReport;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;

/**
 * What came of a reproduction.
 *
 * @param simulation the runs of all policies
 * @param models folder of the models that were trained; empty if there are none
 * @param notices what could not be done, one sentence each
 */
public record ReproductionReport(
    SimulationReport simulation, Optional<Path> models, List<String> notices) {
  public ReproductionReport {
    Objects.requireNonNull(models, "models");
    notices = List.copyOf(notices);
  }

  /** The policies beside the yardsticks, and where the predictions came from. */
  public String toText() {
    StringBuilder text = new StringBuilder(table().aligned());
    List<String> origins = simulation.notices();
    text.append(origins.isEmpty() ? "" : "\nModels\n");
    origins.forEach(origin -> text.append("  ").append(origin).append('\n'));
    return text.toString();
  }

  private ReportTable table() {
    List<PolicySummary> yardsticks =
        Policies.standard().named(Role.YARDSTICK).stream()
            .flatMap(name ->
                simulation.summaries().stream().filter(each -> each.policy().equals(name)).limit(1))
            .toList();
    List<String> columns =
        new ArrayList<>(List.of("policy", "mean JCT s", "mean queue s", "p99.9 queue s"));
    yardsticks.forEach(other -> columns.add("JCT / " + other.policy()));
    ReportTable table = new ReportTable("comparison", columns);
    for (PolicySummary summary : simulation.summaries()) {
      List<Object> row = new ArrayList<>(List.of(summary.policy(), meanJct(summary)));
      row.add(summary.all().queue().mean());
      row.add(summary.all().queue().p999());
      yardsticks.forEach(other -> row.add(meanJct(summary) / meanJct(other)));
      table.row(row);
    }
    return table;
  }

  private static double meanJct(PolicySummary summary) {
    return summary.all().jct().mean();
  }

  /** All figures as JSON. */
  public String toJson() {
    return simulation.toJson();
  }
}
