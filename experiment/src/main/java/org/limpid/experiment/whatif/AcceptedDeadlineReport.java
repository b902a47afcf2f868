package org.limpid.experiment.whatif;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.JobId;
import org.limpid.files.Page;
import org.limpid.files.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * The earliest deadline with which a job would have been admitted.
 *
 * @param run folder of the run
 * @param origin second 0 of times
 * @param deadline that of the job in the run, in seconds; empty: none
 * @param wasAccepted whether the job was admitted in the run
 * @param accepted what was found; empty: no deadline within ten years
 * @param notices what should be known beside it, one sentence each
 */
public record AcceptedDeadlineReport(
    String run,
    JobId job,
    String policy,
    LocalDateTime origin,
    long submitSeconds,
    Optional<Long> deadline,
    boolean wasAccepted,
    Optional<Accepted> accepted,
    List<String> notices) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /**
   * A deadline that would have been accepted.
   *
   * @param deadline the second
   * @param startSeconds when the job starts then
   */
  public record Accepted(long deadline, long startSeconds) {}

  /** The report for people. */
  public Page toPage() {
    Page page = new Page();
    sentences().forEach(page::sentences);
    return page;
  }

  private List<String> sentences() {
    String asked =
        deadline.map(due -> " with its deadline of " + time(due)).orElse(" without a deadline");
    String was =
        "Job %s was %s under %s%s."
            .formatted(job, wasAccepted ? "taken" : "declined", policy, asked);
    String would =
        accepted
            .map(found ->
                "The earliest deadline that would have been accepted is %s, %s after its submission%s; it would have started at %s."
                    .formatted(
                        time(found.deadline()),
                        Words.roughly(found.deadline() - submitSeconds),
                        deadline.map(due -> beside(found.deadline() - due)).orElse(""),
                        time(found.startSeconds())))
            .orElse("No deadline would have been accepted.");
    return List.of(was, would);
  }

  private static String beside(long later) {
    return later == 0
        ? ", which it had"
        : " and %s %s than the one that it had"
            .formatted(Words.roughly(Math.abs(later)), later > 0 ? "later" : "earlier");
  }

  private String time(long second) {
    return origin.plusSeconds(second).format(TIME);
  }

  /** All of it as JSON. */
  public String toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("answer", sentences());
    report.put("run", run);
    report.put("policy", policy);
    report.put("job", job);
    report.put("submitSeconds", submitSeconds);
    report.put("deadline", deadline.orElse(null));
    report.put("wasAccepted", wasAccepted);
    report.put("acceptedDeadline", accepted.map(Accepted::deadline).orElse(null));
    report.put("startSeconds", accepted.map(Accepted::startSeconds).orElse(null));
    report.put("notices", notices);
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }
}
