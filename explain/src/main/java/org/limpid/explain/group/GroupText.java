package org.limpid.explain.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limpid.explain.text.Calendar;
import org.limpid.explain.text.Page;
import org.limpid.files.Words;

/** Stories of groups as sentences and tables. */
public final class GroupText {
  private static final int SHOWN = 5;

  private GroupText() {}

  public static String text(GroupStory story, Calendar calendar) {
    Page page = new Page();
    page.headline("The jobs of %s, policy %s".formatted(story.name(), story.policy()));
    page.sentences(summary(story));
    if (story.queueSeconds() == 0) {
      return page.toString();
    }
    addWaits(page, story);
    addTimes(page, story);
    addLongest(page, story, calendar);
    addHolders(page, story);
    return page.toString();
  }

  private static String summary(GroupStory story) {
    String jobs = Words.count(story.jobs(), "job");
    if (story.queueSeconds() == 0) {
      return "Of %s none waited.".formatted(jobs);
    }
    var largest = story.waits().entrySet().stream().max(Map.Entry.comparingByValue());
    GroupStory.LongWait longest = story.longest().getFirst();
    return "Of %s %s waited, all jobs on average %s; the longest wait was %s, of job %s. The largest part of all waits, %s, is %s."
        .formatted(
            jobs,
            Words.number(story.waitingJobs()),
            Words.roughly(story.meanSeconds()),
            Words.exactly(longest.queueSeconds()),
            longest.job().id(),
            Words.percent(largest.orElseThrow().getValue(), story.queueSeconds()),
            largest.orElseThrow().getKey().words());
  }

  private static void addWaits(Page page, GroupStory story) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("cause", "seconds", "share", "mean per job"));
    story
        .waits()
        .forEach((cause, seconds) -> {
          if (seconds > 0) {
            rows.add(row(cause.words(), seconds, story));
          }
        });
    rows.add(row("in sum", story.queueSeconds(), story));
    page.headline("Why they waited").table(1, rows);
  }

  private static List<String> row(String words, long seconds, GroupStory story) {
    return List.of(
        words,
        Words.number(seconds),
        Words.percent(seconds, story.queueSeconds()),
        Words.roughly((double) seconds / story.jobs()));
  }

  private static void addTimes(Page page, GroupStory story) {
    List<String> days =
        story.days().stream()
            .filter(day -> day.queueSeconds() > 0)
            .limit(3)
            .map(day ->
                "%s (%s, %s in sum)"
                    .formatted(
                        day.date(),
                        Words.count(day.jobs(), "job"),
                        Words.roughly(day.queueSeconds())))
            .toList();
    List<String> hours =
        story.hours().stream()
            .filter(hour -> hour.queueSeconds() > 0)
            .limit(3)
            .map(hour ->
                String.format(
                    Locale.ROOT,
                    "%02d:00 to %02d:00 (%s, mean %s)",
                    hour.hour(),
                    hour.hour() + 1,
                    Words.count(hour.jobs(), "job"),
                    Words.roughly(hour.meanSeconds())))
            .toList();
    page.headline("When they were submitted that waited most")
        .sentences("Days: " + Words.list(days) + ".")
        .sentences("Hours of the day: " + Words.list(hours) + ".");
  }

  private static void addLongest(Page page, GroupStory story, Calendar calendar) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("job", "user", "submitted", "mostly", "GPUs", "waited"));
    story.longest().stream()
        .limit(SHOWN)
        .forEach(wait ->
            rows.add(
                List.of(
                    wait.job().id().toString(),
                    wait.job().user(),
                    calendar.text(wait.submitSecond()),
                    wait.cause().words(),
                    Words.number(wait.job().gpus()),
                    Words.exactly(wait.queueSeconds()))));
    page.headline("The longest waits").table(4, rows);
  }

  private static void addHolders(Page page, GroupStory story) {
    double whole =
        story.holders().stream().mapToDouble(GroupStory.HoldingUser::waitedSeconds).sum();
    if (whole == 0) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("user", "waited for", "share"));
    story.holders().stream()
        .limit(SHOWN)
        .forEach(user ->
            rows.add(
                List.of(
                    user.user(),
                    Words.roughly(user.waitedSeconds()),
                    Words.percent(user.waitedSeconds(), whole))));
    int more = story.holders().size() - SHOWN;
    page.headline("Who held the GPUs while they waited").table(1, rows);
    if (more > 0) {
      page.sentences("  and " + Words.count(more, "other user"));
    }
  }
}
