package org.limpid.experiment.simulate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.simulation.metrics.PolicySummary;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run has to say on a terminal.
 *
 * @param out folder of the results
 * @param summaries one per policy, in the order asked for
 * @param replicas what perturbed copies of the trace say; empty without any
 * @param notices where the predictions come from, one sentence each
 * @param seconds wall-clock time per phase
 */
public record SimulationReport(
    Path out,
    List<PolicySummary> summaries,
    Optional<ReplicaFigures> replicas,
    List<String> notices,
    Map<String, Double> seconds) {
  public SimulationReport {
    summaries = List.copyOf(summaries);
    notices = List.copyOf(notices);
  }

  /** A table for people: times in seconds, use of GPUs in percent. */
  public String toText() {
    Table table =
        Table.create(
            "summary",
            StringColumn.create("policy"),
            DoubleColumn.create("mean JCT s"),
            DoubleColumn.create("mean queue s"),
            DoubleColumn.create("p99.9 queue s"),
            LongColumn.create("preemptions"),
            DoubleColumn.create("GPUs held % until last end"));
    for (PolicySummary summary : summaries) {
      table.stringColumn(0).append(summary.policy());
      table.doubleColumn(1).append(summary.all().jct().mean());
      table.doubleColumn(2).append(summary.all().queue().mean());
      table.doubleColumn(3).append(summary.all().queue().p999());
      table.longColumn(4).append(summary.preemptions());
      table.doubleColumn(5).append(100 * summary.utilisation());
    }
    return TableText.aligned(table) + replicas.map(SimulationReport::toText).orElse("");
  }

  private static String toText(ReplicaFigures figures) {
    return "\nMeans over %d replicas; differences within the noise may be chance (95 %%):\n\n"
            .formatted(figures.count())
        + TableText.aligned(ReplicaTables.means("policy", figures));
  }

  /** All figures as JSON. */
  public String toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("out", out.toString());
    report.put("policies", summaries);
    replicas.ifPresent(figures -> report.put("replicas", ReplicaTables.json(figures)));
    if (!notices.isEmpty()) {
      report.put("predictions", notices);
    }
    report.put("seconds", seconds);
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }
}
