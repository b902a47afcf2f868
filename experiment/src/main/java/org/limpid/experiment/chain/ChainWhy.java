package org.limpid.experiment.chain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.files.Reporter;
import org.limpid.files.Words;
import org.limpid.reference.mirage.ChainMoment;
import org.limpid.reference.mirage.ChainOutcome;
import org.limpid.reference.mirage.ChainWindow;
import org.limpid.simulation.run.InputProblem;

/** Why the glass-box policy submitted the second job of a chain when it did, or not yet. */
public final class ChainWhy {
  private final ChainWindows windows;
  private final GlassBox policy;

  private ChainWhy(ChainWindows windows, GlassBox policy) {
    this.windows = windows;
    this.policy = policy;
  }

  /**
   * Why a decision is as it is.
   *
   * @param text lines for people
   * @param json the same for programs
   */
  public record Answer(String text, Map<String, Object> json) {
    public Answer {
      json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }
  }

  /**
   * Explains one decision in the first window of a request.
   *
   * @param models folder that {@link ChainTraining} made
   * @param at the first decision from this time on, given as the start of a window is; the last
   *     decision if there is none
   * @throws org.limpid.files.DataException if a file can't be read
   * @throws InputProblem if the data can't serve, or there is no decision from that time on
   */
  public static Answer run(ChainRequest request, Path models, GapPrice price, Optional<String> at) {
    ChainWindows windows = ChainWindows.read(request);
    GlassBox policy = new GlassBox(ChainValidation.model(models, price), windows.origin());
    long from = at.map(text -> windows.second("--at", text)).orElse(Long.MIN_VALUE);
    List<Answer> told = new ArrayList<>();
    windows.forEach(
        window -> new ChainWhy(windows, policy).tell(window, from, at.isPresent()),
        (_, answer) -> told.add(answer),
        Reporter.SILENT);
    return told.getFirst();
  }

  private Answer tell(ChainWindow window, long from, boolean first) {
    List<ChainMoment> moments = new ArrayList<>();
    ChainOutcome outcome =
        window.follow(moment -> {
          moments.add(moment);
          return policy.test(moment);
        });
    List<ChainMoment> asked = moments.stream().filter(moment -> moment.second() >= from).toList();
    if (asked.isEmpty()) {
      throw new InputProblem(
          "There is no decision from then on: the last one is at %s. Maybe an earlier --at."
              .formatted(windows.text(moments.getLast().second())));
    }
    ChainMoment moment = first ? asked.getFirst() : asked.getLast();
    return new Answer(
        "%s\n%s\n\n%s".formatted(story(outcome), decision(moment), policy.explain(moment)),
        json(outcome, moment));
  }

  private Map<String, Object> json(ChainOutcome outcome, ChainMoment moment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("predecessor_start", windows.text(outcome.predecessorStart()));
    json.put("submit_at", windows.text(outcome.submitSecond()));
    json.put("successor_start", windows.text(outcome.successorStart()));
    json.put("interruption_s", outcome.interruptionSeconds());
    json.put("at", windows.text(moment.second()));
    json.put("submits", policy.test(moment));
    json.put("left_hours", moment.leftSeconds() / 3600.0);
    json.put("wait_hours", policy.waitHours(moment));
    json.putAll(ChainAdvice.json(policy.explain(moment)));
    return json;
  }

  private String story(ChainOutcome outcome) {
    long seconds = outcome.interruptionSeconds();
    long end = outcome.predecessorStart() + ChainWindow.RUN_SECONDS;
    return "The predecessor runs from %s to %s.\nThe successor is submitted at %s and starts at %s: %s."
        .formatted(
            windows.text(outcome.predecessorStart()),
            windows.text(end),
            windows.text(outcome.submitSecond()),
            windows.text(outcome.successorStart()),
            seconds == 0
                ? "no gap and no overlap"
                : "%s of %s"
                    .formatted(
                        seconds > 0 ? "a gap" : "an overlap", Words.roughly(Math.abs(seconds))));
  }

  private String decision(ChainMoment moment) {
    boolean submits = policy.test(moment);
    return "At %s it was %s: a wait of %s is planned for, and %s are left of the predecessor."
        .formatted(
            windows.text(moment.second()),
            submits ? "submitted" : "not submitted yet",
            Words.roughly(Math.max(0, 3600 * policy.waitHours(moment))),
            Words.roughly(moment.leftSeconds()));
  }
}
