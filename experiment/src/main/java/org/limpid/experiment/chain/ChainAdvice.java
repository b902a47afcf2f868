package org.limpid.experiment.chain;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.limpid.files.Words;
import org.limpid.interpret.explain.Contribution;
import org.limpid.interpret.explain.PredictionExplanation;

/**
 * Whether to submit the next job of a chain now, with reasons. It is words only: nothing is
 * submitted.
 *
 * @param submits now, or else wait
 * @param now on the clock of the cluster
 * @param job the predecessor
 * @param leftSeconds what is left of it, up to its limit
 * @param waitHours wait that is planned for
 * @param reasons what each feature adds to that
 * @param notes sentences on what isn't known, or was left out
 */
public record ChainAdvice(
    boolean submits,
    LocalDateTime now,
    String job,
    long leftSeconds,
    double waitHours,
    PredictionExplanation reasons,
    List<String> notes) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  public ChainAdvice {
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(job, "job");
    Objects.requireNonNull(reasons, "reasons");
    notes = List.copyOf(notes);
  }

  /** When to submit if the queue stayed as it is; now at the earliest. */
  public LocalDateTime submitAt() {
    long seconds = leftSeconds - Math.round(3600 * waitHours);
    return now.plusSeconds(Math.max(0, seconds)).truncatedTo(ChronoUnit.SECONDS);
  }

  /** The advice, why, and the notes. */
  public String toText() {
    String first =
        submits
            ? "Submit now."
            : "Wait. If the queue stays as it is, submit at %s.".formatted(submitAt().format(TIME));
    String second =
        "At %s a wait of %s is planned for, and %s are left of job %s."
            .formatted(
                now.format(TIME),
                Words.roughly(Math.max(0, 3600 * waitHours)),
                Words.roughly(leftSeconds),
                job);
    List<String> lines = new ArrayList<>(List.of(first, second));
    lines.addAll(notes);
    return String.join("\n", lines) + "\n\n" + reasons;
  }

  /** The same for programs. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("advice", submits ? "submit" : "wait");
    json.put("now", now.format(TIME));
    json.put("job", job);
    json.put("left_hours", leftSeconds / 3600.0);
    json.put("wait_hours", waitHours);
    json.put("submit_at", submitAt().format(TIME));
    json.putAll(json(reasons));
    json.put("notes", notes);
    return json;
  }

  /** What adds up to a predicted wait. */
  static Map<String, Object> json(PredictionExplanation reasons) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("intercept_hours", reasons.intercept().getFirst());
    json.put("reasons", reasons.contributions().stream().map(ChainAdvice::json).toList());
    return json;
  }

  private static Map<String, Object> json(Contribution contribution) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("feature", contribution.term());
    json.put("value", contribution.value());
    json.put("hours", contribution.scores().getFirst());
    return json;
  }
}
