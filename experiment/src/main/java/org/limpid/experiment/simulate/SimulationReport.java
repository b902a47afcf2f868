package org.limpid.experiment.simulate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.metrics.PolicySummary;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures of a run.
 *
 * @param out folder of the results
 * @param summaries one per policy, in the order asked for
 * @param figures by policy what simulators of published artifacts tell beside, in order
 * @param replicas what perturbed copies of the trace say; empty without any
 * @param notices where the predictions come from, one sentence each
 * @param seconds wall-clock time per phase
 */
public record SimulationReport(
    Path out,
    List<PolicySummary> summaries,
    Map<String, Map<String, Double>> figures,
    Optional<ReplicaFigures> replicas,
    List<String> notices,
    Map<String, Double> seconds) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

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
    return table.aligned() + deadlines() + replicas.map(SimulationReport::toText).orElse("");
  }

  /** A second table if jobs have deadlines. */
  private String deadlines() {
    ReportTable table =
        new ReportTable(
            "deadlines",
            "policy",
            "deadlines met %",
            "declined",
            "accepted, but late",
            "GPU efficiency %");
    for (PolicySummary summary : summaries) {
      summary
          .deadlines()
          .ifPresent(each ->
              table.row(
                  summary.policy(),
                  100 * each.ratio(),
                  each.declined(),
                  each.brokenPromises(),
                  100 * each.gpuEfficiency()));
    }
    boolean told = summaries.stream().anyMatch(each -> each.deadlines().isPresent());
    return told ? "\n" + table.aligned() : "";
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
    report.put("policies", summaries.stream().map(SimulationReport::json).toList());
    if (!figures.isEmpty()) {
      report.put("figures", figures);
    }
    replicas.ifPresent(all -> report.put("replicas", ReplicaTables.json(all)));
    if (!notices.isEmpty()) {
      report.put("predictions", notices);
    }
    report.put("seconds", seconds);
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  /** The figures of a policy; without deadlines there is nothing to say of them. */
  private static ObjectNode json(PolicySummary summary) {
    ObjectNode node = MAPPER.valueToTree(summary);
    node.remove("deadlines");
    summary
        .deadlines()
        .ifPresent(each ->
            node.putObject("deadlines")
                .put("accepted", each.accepted())
                .put("declined", each.declined())
                .put("brokenPromises", each.brokenPromises())
                .put("ratio", each.ratio())
                .put("gpuEfficiency", each.gpuEfficiency()));
    return node;
  }
}
