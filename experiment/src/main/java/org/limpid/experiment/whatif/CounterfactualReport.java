package org.limpid.experiment.whatif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.experiment.simulate.TableText;
import org.limpid.simulation.run.Simulator;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tools.jackson.databind.json.JsonMapper;

/** What would have started a job earlier. */
public final class CounterfactualReport {
  private final CounterfactualRequest request;
  private final FormerRun run;
  private final Simulator.Task before;
  private final JobChange.Fate fate;
  private final List<Finding> findings;

  CounterfactualReport(
      CounterfactualRequest request,
      FormerRun run,
      Simulator.Task before,
      JobChange.Fate fate,
      List<Finding> findings) {
    this.request = request;
    this.run = run;
    this.before = before;
    this.fate = fate;
    this.findings = List.copyOf(findings);
  }

  /** What was found, one entry for each kind of change. */
  List<Finding> findings() {
    return findings;
  }

  /** What should be known beside the table, one sentence each. */
  public List<String> notices() {
    return run.notices(request.policy(), before);
  }

  /** The table for people. */
  public String toText() {
    return "Job %d under %s: %d GPUs in %s, submitted %s, started %s after waiting %s.%n"
            .formatted(
                request.job(),
                before.policy().name(),
                fate.gpuCount(),
                fate.virtualCluster(),
                time(fate.submitSeconds()),
                time(fate.startSeconds()),
                Spans.text(fate.queueSeconds()))
        + "Each of these alone would have started it %s earlier or more:%n%n"
            .formatted(Spans.text(request.earlierSeconds()))
        + TableText.aligned(table());
  }

  private String time(long second) {
    return run.data().reader().origin().plusSeconds(second).toString();
  }

  private Table table() {
    Table table =
        Table.create(
            "findings",
            StringColumn.create("what"),
            StringColumn.create("change"),
            StringColumn.create("starts"),
            StringColumn.create("earlier by"),
            StringColumn.create("waits"),
            StringColumn.create("tried"));
    for (Finding finding : findings) {
      table.stringColumn(0).append(finding.kind());
      finding.best().ifPresentOrElse(probe -> append(table, probe), () -> appendNone(table));
      table.stringColumn(5).append(finding.tried());
    }
    return table;
  }

  private void append(Table table, Finding.Probe probe) {
    table.stringColumn(1).append(probe.change());
    table.stringColumn(2).append(time(probe.startSeconds()));
    table.stringColumn(3).append(Spans.text(fate.startSeconds() - probe.startSeconds()));
    table.stringColumn(4).append(Spans.text(probe.queueSeconds()));
  }

  private static void appendNone(Table table) {
    table.stringColumn(1).append("nothing found");
    for (int column = 2; column < 5; column++) {
      table.stringColumn(column).append("-");
    }
  }

  /** All of it as JSON. */
  public String toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("run", request.run().toString());
    report.put("policy", before.policy().name());
    report.put("job", request.job());
    report.put("earlierSeconds", request.earlierSeconds());
    report.put("virtualCluster", fate.virtualCluster());
    report.put("gpus", fate.gpuCount());
    report.put("submitSeconds", fate.submitSeconds());
    report.put("startSeconds", fate.startSeconds());
    report.put("queueSeconds", fate.queueSeconds());
    report.put("notices", notices());
    report.put("findings", findings.stream().map(Finding::toMap).toList());
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }
}
