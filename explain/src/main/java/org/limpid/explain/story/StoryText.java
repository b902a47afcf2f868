package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.explain.text.Calendar;
import org.limpid.files.Page;
import org.limpid.files.Words;
import org.limpid.simulation.waiting.WaitCause;

/** Stories as plain sentences. Immutable. */
public final class StoryText {
  private final Calendar calendar;
  private final int mostSegments;
  private final boolean folds;

  private StoryText(Calendar calendar, int mostSegments, boolean folds) {
    if (mostSegments < 1) {
      throw new IllegalArgumentException("expected at least 1 segment: " + mostSegments);
    }
    this.calendar = calendar;
    this.mostSegments = mostSegments;
    this.folds = folds;
  }

  /**
   * Tells what matters: the longest times of waiting one by one, and events that changed nothing
   * together.
   *
   * @param calendar what seconds are as dates
   * @param mostSegments how many times of waiting are told one by one; at least 1
   */
  public StoryText(Calendar calendar, int mostSegments) {
    this(calendar, mostSegments, true);
  }

  /** Tells everything. */
  public static StoryText whole(Calendar calendar) {
    return new StoryText(calendar, Integer.MAX_VALUE, false);
  }

  /**
   * The story.
   *
   * @param help what would have spared it the wait, a sentence
   */
  public Page page(Story story, String help) {
    StoryAnswer answer = new StoryAnswer(story);
    Page page = new Page().sentences(answer.howLong()).sentences(answer.why()).sentences(help);
    addWaits(page, story);
    story.estimate().ifPresent(estimate -> EstimateText.add(estimate, page));
    addTimeLine(page, story);
    return page;
  }

  /**
   * The story as paragraphs without lines and tables, for those who lay it out themselves: what the
   * answer is, a summary, remarks, the estimate, then what happened, each with its time.
   */
  public List<String> sentences(Story story) {
    StoryAnswer answer = new StoryAnswer(story);
    List<String> sentences = new ArrayList<>(List.of(answer.howLong() + " " + answer.why()));
    sentences.add(summary(story));
    sentences.addAll(story.remarks());
    story.estimate().ifPresent(estimate -> sentences.add(EstimateText.sentence(estimate)));
    EventText words = new EventText(story, calendar);
    Folded folded = folded(story);
    Set<Segment> told = longest(story);
    for (StoryEvent event : story.events()) {
      if (isTold(event, told, folded)) {
        sentences.add(calendar.text(event.second()) + ": " + words.of(event));
      }
    }
    sentences.addAll(folded.sentences());
    return sentences;
  }

  private static boolean isTold(StoryEvent event, Set<Segment> told, Folded folded) {
    return event instanceof StoryEvent.Waited it
        ? told.contains(it.segment())
        : !folded.events().contains(event);
  }

  private Folded folded(Story story) {
    return folds ? Folded.of(story) : Folded.NOTHING;
  }

  private String summary(Story story) {
    String text =
        "It is a job of user %s for %s in virtual cluster %s. It was submitted at %s and ended at %s, %s later."
            .formatted(
                story.job().user(),
                Words.count(story.job().gpus(), "GPU"),
                story.virtualCluster(),
                calendar.text(story.submitSecond()),
                calendar.textBeside(story.endSecond(), story.submitSecond()),
                Words.roughly(story.endSecond() - story.submitSecond()));
    return story.overtakenBy() == 0
        ? text
        : text
            + " %s that came later started before it."
                .formatted(Words.count(story.overtakenBy(), "job"));
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
    Folded folded = folded(story);
    page.headline("What happened").sentences(summary(story));
    story.remarks().forEach(page::sentences);
    for (StoryEvent event : story.events()) {
      if (isTold(event, told, folded)) {
        page.paragraph(calendar.text(event.second()) + "  ", sentences.of(event));
      }
    }
    addRest(page, story, told, folded);
  }

  /** What was not told by itself. */
  private static void addRest(Page page, Story story, Set<Segment> told, Folded folded) {
    List<String> sentences = new ArrayList<>(folded.sentences());
    Map<WaitCause, Long> rest = new EnumMap<>(WaitCause.class);
    List<Segment> left =
        story.segments().stream().filter(segment -> !told.contains(segment)).toList();
    left.forEach(segment -> rest.merge(segment.cause(), segment.seconds(), Long::sum));
    if (!left.isEmpty()) {
      sentences.add(shortened(left.size(), rest));
    }
    if (!sentences.isEmpty()) {
      page.sentences(String.join(" ", sentences) + " (--all tells each.)");
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
    rest.forEach((cause, seconds) -> parts.add(Words.roughly(seconds) + " " + cause.words()));
    return "%s of waiting %s left out, in sum %s."
        .formatted(Words.count(left, "shorter time"), left == 1 ? "is" : "are", Words.list(parts));
  }
}
