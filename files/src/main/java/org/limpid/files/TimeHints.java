package org.limpid.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text may be that was expected to be a number or a time of another form: a date as people
 * write it, a clock time, a time with its zone. The hint says how to write it, and where there is
 * one meaning only, what to write.
 */
public final class TimeHints {
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})((?:[ T].*)?)");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})((?:[ T].*)?)");
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,4}):([0-5]\\d):([0-5]\\d)(?:\\.\\d+)?");
  private static final Pattern DAYS =
      Pattern.compile("(\\d{1,4})[- ](\\d{1,2}):([0-5]\\d):([0-5]\\d)");
  private static final Pattern SHORT_CLOCK = Pattern.compile("\\d{1,4}:[0-5]\\d");
  private static final Pattern ZONED =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)?(?:"
              + " ?(?:Z|UTC|[-+]\\d\\d:?\\d\\d))?");
  private static final int MONTHS = 12;

  private TimeHints() {}

  /** A sentence "Maybe ..."; empty for what is no time. */
  public static String of(String found) {
    String text = found.strip();
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.matches()) {
      return yearLast(yearLast);
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3), yearFirst.group(4));
    }
    return clock(text);
  }

  private static String clock(String text) {
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return seconds(0, clock, 1);
    }
    Matcher days = DAYS.matcher(text);
    if (days.matches()) {
      return seconds(Long.parseLong(days.group(1)), days, 2);
    }
    Matcher zoned = ZONED.matcher(text);
    if (zoned.matches() && zoned.end(1) < text.length()) {
      return "Maybe leave out what follows the seconds, in the zone of the other times: %s."
          .formatted(zoned.group(1));
    }
    return SHORT_CLOCK.matcher(text).matches()
        ? "Maybe it is a clock time of hours and minutes, or minutes and seconds: write seconds."
        : "";
  }

  private static String seconds(long days, Matcher clock, int hours) {
    long seconds =
        ((days * 24 + Long.parseLong(clock.group(hours))) * 60
                    + Long.parseLong(clock.group(hours + 1)))
                * 60
            + Long.parseLong(clock.group(hours + 2));
    String form =
        days > 0 || hours == 2 ? "days and hours:minutes:seconds" : "hours:minutes:seconds";
    return "Maybe it is %s: write seconds, %d.".formatted(form, seconds);
  }

  /** With points the day comes first; with slashes either may, and the numbers tell. */
  private static String yearLast(Matcher date) {
    int first = Integer.parseInt(date.group(1));
    int second = Integer.parseInt(date.group(3));
    String time = date.group(5);
    boolean dayFirst = date.group(2).equals(".") || first > MONTHS || first == second;
    if (dayFirst) {
      return date(date.group(4), date.group(3), date.group(1), time);
    }
    if (second > MONTHS) {
      return date(date.group(4), date.group(1), date.group(3), time);
    }
    return "Maybe it is a date: write year-month-day, %s or %s."
        .formatted(
            iso(date.group(4), date.group(3), date.group(1), time),
            iso(date.group(4), date.group(1), date.group(3), time));
  }

  private static String date(String year, String month, String day, String time) {
    try {
      LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException _) {
      return "Maybe it is a date, but there is no such day: write year-month-day.";
    }
    return "Maybe it is a date: write year-month-day, %s.".formatted(iso(year, month, day, time));
  }

  private static String iso(String year, String month, String day, String time) {
    return String.format(
        Locale.ROOT, "%s-%02d-%02d%s", year, Integer.parseInt(month), Integer.parseInt(day), time);
  }
}
