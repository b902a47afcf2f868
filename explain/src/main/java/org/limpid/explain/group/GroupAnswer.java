package org.limpid.explain.group;

import java.util.List;
import java.util.Map;
import org.limpid.files.Words;
import org.limpid.simulation.waiting.WaitCause;

/**
 * What one wants to know first of the jobs of a group: how long they waited, for what, for whom.
 */
public record GroupAnswer(GroupStory story) {
  /** The answer, a sentence a line: three, or one if nobody waited. */
  public List<String> sentences() {
    return story.queueSeconds() == 0
        ? List.of("None of the jobs of %s waited under %s.".formatted(story.name(), story.policy()))
        : List.of(howLong(), why(), forWhom());
  }

  private String howLong() {
    return "Under %s %s of the %s of %s waited; the average over all is %s."
        .formatted(
            story.policy(),
            Words.number(story.waitingJobs()),
            Words.count(story.jobs(), "job"),
            story.name(),
            Words.roughly(story.meanSeconds()));
  }

  /** The cause of the largest part of all waits. */
  public WaitCause mainCause() {
    return story.waits().entrySet().stream()
        .max(Map.Entry.<WaitCause, Long>comparingByValue())
        .orElseThrow()
        .getKey();
  }

  private String why() {
    GroupStory.LongWait longest = story.longest().getFirst();
    return "%s of that time %s; the longest wait was %s, of job %s."
        .formatted(
            Words.percent(story.waits().get(mainCause()), story.queueSeconds()),
            mainCause().clauseOfMany(),
            Words.roughly(longest.queueSeconds()),
            longest.job().id());
  }

  private String forWhom() {
    double whole =
        story.holders().stream().mapToDouble(GroupStory.HoldingUser::waitedSeconds).sum();
    if (whole == 0) {
      return "Nobody held GPUs where they waited.";
    }
    GroupStory.HoldingUser first = story.holders().getFirst();
    String share = Words.percent(first.waitedSeconds(), whole);
    return story.name().equals("user " + first.user())
        ? "They waited for jobs of the same user first of all, who held %s of the GPUs in use."
            .formatted(share)
        : "User %s held %s of the GPUs meanwhile, %s of those in use."
            .formatted(
                first.user(),
                2 * first.waitedSeconds() > whole ? "most" : "the largest part",
                share);
  }
}
