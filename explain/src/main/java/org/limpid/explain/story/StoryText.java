package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.explain.text.Calendar;
import org.limpid.explain.text.Page;
import org.limpid.files.Words;
import org.limpid.simulation.waiting.WaitCause;

/** Stories as plain sentences. Immutable. */
public final class StoryText {
  private final Calendar calendar;
  private final int mostSegments;

  /**
   * @param calendar what seconds are as dates
   * @param mostSegments how many times of waiting are told one by one, the longest ones; at least 1
   */
  public StoryText(Calendar calendar, int mostSegments) {
    if (mostSegments < 1) {
      throw new IllegalArgumentException("expected at least 1 segment: " + mostSegments);
    }
    this.calendar = calendar;
    this.mostSegments = mostSegments;
  }

  public String text(Story story) {
    Page page = new Page();
    page.headline(
        "Job %s of %s: %s in virtual cluster %s, policy %s"
            .formatted(
                story.job().id(),
                story.job().user(),
                Words.count(story.job().gpus(), "GPU"),
                story.virtualCluster(),
                story.policy()));
    page.sentences(summary(story));
    story.remarks().forEach(page::sentences);
    addWaits(page, story);
    story.estimate().ifPresent(estimate -> EstimateText.add(estimate, page));
    addTimeLine(page, story);
    return page.toString();
  }

  /**
   * The story as paragraphs without lines and tables, for those who lay it out themselves: a
   * summary, remarks, the estimate, then what happened, each with its time.
   */
  public List<String> sentences(Story story) {
    List<String> sentences = new ArrayList<>(List.of(summary(story)));
    sentences.addAll(story.remarks());
    story.estimate().ifPresent(estimate -> sentences.add(EstimateText.sentence(estimate)));
    EventText words = new EventText(story, calendar);
    Set<Segment> told = longest(story);
    for (StoryEvent event : story.events()) {
      if (!(event instanceof StoryEvent.Waited it) || told.contains(it.segment())) {
        sentences.add(calendar.text(event.second()) + ": " + words.of(event));
      }
    }
    return sentences;
  }

  private String summary(Story story) {
    String text =
        "It was submitted at %s, waited %s, and ended at %s, %s after its submission."
            .formatted(
                calendar.text(story.submitSecond()),
                Words.exactly(story.queueSeconds()),
                calendar.textBeside(story.endSecond(), story.submitSecond()),
                Words.exactly(story.endSecond() - story.submitSecond()));
    if (story.overtakenBy() > 0) {
      text +=
          " %s that came later started before it."
              .formatted(Words.count(story.overtakenBy(), "job"));
    }
    return story.preemptions() == 0
        ? text
        : text
            + " It was taken off its GPUs %s.".formatted(Words.count(story.preemptions(), "time"));
  }

  private static void addWaits(Page page, Story story) {
    if (story.queueSeconds() == 0) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("cause", "seconds", "", "share"));
    story
        .waits()
        .forEach((cause, seconds) -> {
          if (seconds > 0) {
            rows.add(row(cause.words(), seconds, story.queueSeconds()));
          }
        });
    rows.add(row("in sum", story.queueSeconds(), story.queueSeconds()));
    page.headline("Why it waited").table(1, rows);
  }

  private static List<String> row(String words, long seconds, long whole) {
    return List.of(
        words, Words.number(seconds), Words.roughly(seconds), Words.percent(seconds, whole));
  }

  private void addTimeLine(Page page, Story story) {
    EventText sentences = new EventText(story, calendar);
    Set<Segment> told = longest(story);
    Map<WaitCause, Long> rest = new EnumMap<>(WaitCause.class);
    page.headline("What happened");
    for (StoryEvent event : story.events()) {
      if (event instanceof StoryEvent.Waited it && !told.contains(it.segment())) {
        rest.merge(it.segment().cause(), it.segment().seconds(), Long::sum);
      } else {
        page.paragraph(calendar.text(event.second()) + "  ", sentences.of(event));
      }
    }
    int left = story.segments().size() - told.size();
    if (left > 0) {
      page.sentences(shortened(left, rest));
    }
  }

  private Set<Segment> longest(Story story) {
    return new HashSet<>(
        story.segments().stream()
            .sorted(Comparator.comparingLong(Segment::seconds).reversed())
            .limit(mostSegments)
            .toList());
  }

  private static String shortened(int left, Map<WaitCause, Long> rest) {
    List<String> parts = new ArrayList<>();
    rest.forEach((cause, seconds) -> parts.add(cause.words() + " " + Words.exactly(seconds)));
    return "Left out: %s of waiting, in sum %s (--all shows all)."
        .formatted(Words.count(left, "shorter time"), Words.list(parts));
  }
}
