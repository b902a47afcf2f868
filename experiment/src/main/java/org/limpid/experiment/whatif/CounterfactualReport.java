package org.limpid.experiment.whatif;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.Page;
import org.limpid.files.Words;
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
  private static final int COLUMNS = 6;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  public CounterfactualReport {
    findings = List.copyOf(findings);
    notices = List.copyOf(notices);
  }

  /** The report for people: the answer, then what was found of each kind of change. */
  public Page toPage() {
    Page page = new Page();
    sentences().forEach(page::sentences);
    return page.headline("What each change alone would have done").table(COLUMNS, table());
  }

  /** The answer, a sentence a line. */
  private List<String> sentences() {
    return List.of(
        "Job %s waited %s under %s: it came at %s and started at %s."
            .formatted(
                request.job(),
                Words.roughly(job.queueSeconds()),
                policy,
                time(job.submitSeconds()),
                time(job.startSeconds())),
        enough(),
        notEnough());
  }

  private String enough() {
    List<String> changes =
        findings.stream()
            .flatMap(finding ->
                finding.best().stream()
                    .map(probe -> "%s (%s)".formatted(finding.kind(), probe.change())))
            .toList();
    String earlier = Words.roughly(request.earlierSeconds());
    return changes.isEmpty()
        ? "Nothing that was tried would have started it %s earlier.".formatted(earlier)
        : "It would have started %s earlier or more with %s."
            .formatted(earlier, Words.list(changes, "or"));
  }

  private String notEnough() {
    List<String> kinds =
        findings.stream().filter(finding -> finding.best().isEmpty()).map(Finding::kind).toList();
    return kinds.isEmpty()
        ? "Each of the changes that were tried can be enough alone."
        : "Not enough alone: %s.".formatted(Words.list(kinds));
  }

  private String time(long second) {
    return origin.plusSeconds(second).format(TIME);
  }

  private List<List<String>> table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("what", "change", "starts", "earlier by", "waits", "tried"));
    for (Finding finding : findings) {
      rows.add(
          finding
              .best()
              .map(probe ->
                  List.of(
                      finding.kind(),
                      probe.change(),
                      time(probe.startSeconds()),
                      Words.roughly(job.startSeconds() - probe.startSeconds()),
                      Words.roughly(probe.queueSeconds()),
                      finding.tried()))
              .orElseGet(
                  () -> List.of(finding.kind(), "nothing found", "-", "-", "-", finding.tried())));
    }
    return rows;
  }

  /** All of it as JSON. */
  public String toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("answer", sentences());
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
