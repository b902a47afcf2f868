package org.limpid.explain.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.limpid.explain.text.Calendar;
import org.limpid.files.Page;
import org.limpid.files.Words;

/** Stories of groups as sentences and tables. */
public final class GroupText {
  private static final int SHOWN = 5;
  private static final int SHOWN_TIMES = 3;

  private final GroupStory story;
  private final Calendar calendar;
  private final boolean all;

  private GroupText(GroupStory story, Calendar calendar, boolean all) {
    this.story = story;
    this.calendar = calendar;
    this.all = all;
  }

  /**
   * The story as a page.
   *
   * @param all whether all days, hours, jobs and users are told, not the first ones only
   */
  public static Page page(GroupStory story, Calendar calendar, boolean all) {
    Page page = new Page();
    new GroupAnswer(story).sentences().forEach(page::sentences);
    if (story.queueSeconds() > 0) {
      new GroupText(story, calendar, all).addDetails(page);
    }
    return page;
  }

  private void addDetails(Page page) {
    addWaits(page);
    addTimes(page);
    addLongest(page);
    addHolders(page);
  }

  private <T> List<T> first(List<T> whole, int few) {
    return all ? whole : whole.stream().limit(few).toList();
  }

  private void addWaits(Page page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("cause", "seconds", "share", "mean per job"));
    story
        .waits()
        .forEach((cause, seconds) -> {
          if (seconds > 0) {
            rows.add(row(cause.words(), seconds));
          }
        });
    rows.add(row("in sum", story.queueSeconds()));
    page.headline("Why they waited").table(1, rows);
  }

  private List<String> row(String words, long seconds) {
    return List.of(
        words,
        Words.number(seconds),
        Words.percent(seconds, story.queueSeconds()),
        Words.roughly((double) seconds / story.jobs()));
  }

  private void addTimes(Page page) {
    List<String> days =
        first(story.days(), SHOWN_TIMES).stream()
            .filter(day -> day.queueSeconds() > 0)
            .map(day ->
                "%s (%s, in sum %s)"
                    .formatted(
                        day.date(),
                        Words.count(day.jobs(), "job"),
                        Words.roughly(day.queueSeconds())))
            .toList();
    List<String> hours =
        first(story.hours(), SHOWN_TIMES).stream()
            .filter(hour -> hour.queueSeconds() > 0)
            .map(hour ->
                String.format(
                    Locale.ROOT,
                    "%02d:00 to %02d:00 (%s, on average %s)",
                    hour.hour(),
                    hour.hour() + 1,
                    Words.count(hour.jobs(), "job"),
                    Words.roughly(hour.meanSeconds())))
            .toList();
    page.headline("When those were submitted that waited most")
        .sentences("By day: " + Words.list(days) + ".")
        .sentences("By hour of the day: " + Words.list(hours) + ".");
  }

  private void addLongest(Page page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("job", "user", "submitted", "mostly", "GPUs", "waited"));
    first(story.longest(), SHOWN)
        .forEach(wait ->
            rows.add(
                List.of(
                    wait.job().id().toString(),
                    wait.job().user(),
                    calendar.text(wait.submitSecond()),
                    wait.cause().words(),
                    Words.number(wait.job().gpus()),
                    Words.roughly(wait.queueSeconds()))));
    page.headline("The longest waits").table(4, rows);
  }

  private void addHolders(Page page) {
    double whole =
        story.holders().stream().mapToDouble(GroupStory.HoldingUser::waitedSeconds).sum();
    if (whole == 0) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("user", "waited for", "share"));
    first(story.holders(), SHOWN)
        .forEach(user ->
            rows.add(
                List.of(
                    user.user(),
                    Words.roughly(user.waitedSeconds()),
                    Words.percent(user.waitedSeconds(), whole))));
    int more = all ? 0 : story.holders().size() - SHOWN;
    page.headline("Who held the GPUs while they waited").table(1, rows);
    if (more > 0) {
      page.sentences("and %s (--all names them)".formatted(Words.count(more, "other user")));
    }
  }
}
