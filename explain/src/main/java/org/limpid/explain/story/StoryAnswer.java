package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.waiting.WaitCause;

/** What one wants to know first of a job: how long it waited, and for what most. */
public record StoryAnswer(Story story) {
  /** How long it waited, and how long it ran. */
  public String howLong() {
    String job = "Job " + story.job().id();
    if (isTurnedAway()) {
      return "%s was turned away under %s %s; it never ran."
          .formatted(
              job,
              story.policy(),
              story.queueSeconds() == 0
                  ? "when it came"
                  : "after it had waited for " + Words.roughly(story.queueSeconds()));
    }
    String ran = Words.roughly(story.runSeconds());
    String end = end();
    if (story.queueSeconds() == 0) {
      return "%s did not wait under %s; it ran for %s%s.".formatted(job, story.policy(), ran, end);
    }
    return "%s waited %s under %s, then ran for %s%s."
        .formatted(job, Words.roughly(story.queueSeconds()), story.policy(), ran, end);
  }

  private String end() {
    List<String> parts = new ArrayList<>();
    if (story.preemptions() > 0) {
      parts.add(" and was taken off its GPUs " + Words.times(story.preemptions()));
    }
    story.events().stream()
        .filter(StoryEvent.Left.class::isInstance)
        .map(event -> ((StoryEvent.Left) event).outcome())
        .findFirst()
        .ifPresent(outcome ->
            parts.add(outcome == Outcome.KILLED ? " until it was killed" : " and was turned away"));
    return String.join("", parts);
  }

  /** Whether the policy turned it away, so that it never ran. */
  public boolean isTurnedAway() {
    return story.events().stream()
            .anyMatch(
                event -> event instanceof StoryEvent.Left it && it.outcome() == Outcome.REJECTED)
        && story.runSeconds() == 0;
  }

  /** What the policy noted last of a job that it turned away. */
  private String whyTurnedAway() {
    return story.events().stream()
        .filter(StoryEvent.Noted.class::isInstance)
        .reduce((_, last) -> last)
        .map(event -> ((StoryEvent.Noted) event).note().text())
        .orElse("The policy does not say why.");
  }

  /** The cause of the largest part of the wait; empty if it did not wait. */
  public Optional<WaitCause> mainCause() {
    return story.waits().entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .max(Map.Entry.<WaitCause, Long>comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** The main cause, and the number behind it. */
  public String why() {
    if (isTurnedAway()) {
      return whyTurnedAway();
    }
    return mainCause()
        .map(cause ->
            "%s %s%s."
                .formatted(
                    part(story.waits().get(cause)),
                    cause.clause(),
                    SegmentText.numberBehind(story, cause)))
        .orElse("It found a place at once.");
  }

  private String part(long seconds) {
    return seconds == story.queueSeconds()
        ? "All that time"
        : "For %s of that (%s)"
            .formatted(Words.roughly(seconds), Words.percent(seconds, story.queueSeconds()));
  }
}
