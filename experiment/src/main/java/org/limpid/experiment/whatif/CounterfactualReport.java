package org.limpid.experiment.whatif;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.results.table.ReportTable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What would have started a job earlier.
 *
 * @param request what was asked
 * @param policy its name
 * @param origin second 0 of times
 * @param job what became of the job in the run
 * @param findings what was found, one entry for each kind of change
 * @param notices what should be known beside the table, one sentence each
 */
public record CounterfactualReport(
    Counterfactual.Request request,
    String policy,
    LocalDateTime origin,
    JobChange.Outcome job,
    List<Finding> findings,
    List<String> notices) {
  public CounterfactualReport {
    findings = List.copyOf(findings);
    notices = List.copyOf(notices);
  }

  /** The table for people. */
  public String toText() {
    return "Job %s under %s: %d GPUs in %s, submitted %s, started %s after waiting %s.%n"
            .formatted(
                request.job(),
                policy,
                job.gpuCount(),
                job.virtualCluster(),
                time(job.submitSeconds()),
                time(job.startSeconds()),
                Spans.text(job.queueSeconds()))
        + "Each of these alone would have started it %s earlier or more:%n%n"
            .formatted(Spans.text(request.earlierSeconds()))
        + table().aligned();
  }

  private String time(long second) {
    return origin.plusSeconds(second).toString();
  }

  private ReportTable table() {
    ReportTable table =
        new ReportTable("findings", "what", "change", "starts", "earlier by", "waits", "tried");
    for (Finding finding : findings) {
      if (finding.best().isPresent()) {
        Finding.Probe probe = finding.best().get();
        table.row(
            finding.kind(),
            probe.change(),
            time(probe.startSeconds()),
            Spans.text(job.startSeconds() - probe.startSeconds()),
            Spans.text(probe.queueSeconds()),
            finding.tried());
      } else {
        table.row(finding.kind(), "nothing found", "-", "-", "-", finding.tried());
      }
    }
    return table;
  }

  /** All of it as JSON. */
  public String toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("run", request.run().run().toString());
    report.put("policy", policy);
    report.put("job", request.job());
    report.put("earlierSeconds", request.earlierSeconds());
    report.put("virtualCluster", job.virtualCluster());
    report.put("gpus", job.gpuCount());
    report.put("submitSeconds", job.submitSeconds());
    report.put("startSeconds", job.startSeconds());
    report.put("queueSeconds", job.queueSeconds());
    report.put("notices", notices);
    report.put("findings", findings.stream().map(Finding::toMap).toList());
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }
}
