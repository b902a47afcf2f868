package org.limpid.experiment.simulate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.metrics.PolicySummary;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of a run.
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
    ReportTable table =
        new ReportTable(
            "summary",
            "policy",
            "mean JCT s",
            "mean queue s",
            "p99.9 queue s",
            "preemptions",
            "GPUs held % until last end");
    for (PolicySummary summary : summaries) {
      table.row(
          summary.policy(),
          summary.all().jct().mean(),
          summary.all().queue().mean(),
          summary.all().queue().p999(),
          summary.preemptions(),
          100 * summary.utilisation());
    }
    return table.aligned() + replicas.map(SimulationReport::toText).orElse("");
  }

  private static String toText(ReplicaFigures figures) {
    return "\nMeans over %d replicas; differences within the noise may be chance (95 %%):\n\n"
            .formatted(figures.count())
        + ReplicaTables.means("policy", figures).aligned();
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
