package org.limpid.interpret.table;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A date as it is written, perhaps with a time of day; without an offset it counts as UTC. */
record Moment(LocalDateTime local, ZoneOffset offset, boolean clock) {
  static final List<String> WEEKDAYS = Stream.of(DayOfWeek.values()).map(Moment::name).toList();

  private static final String SECONDS = "(?::(?<second>\\d{2})(?:[.,](?<nano>\\d{1,9}))?)?";
  private static final String OFFSET = "(?<offset>Z|[+-]\\d{2}(?::?\\d{2})?)?";
  private static final String CLOCK =
      "(?:[T\\s]\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})"
          + SECONDS
          + "\\s*(?<half>[AaPp][Mm])?\\s*"
          + OFFSET
          + ")?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<a>\\d{4})(?<sign>[-/.])(?<b>\\d{1,2})\\k<sign>(?<c>\\d{1,2})" + CLOCK);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<a>\\d{1,2})(?<sign>[-/.])(?<b>\\d{1,2})\\k<sign>(?<c>\\d{4})" + CLOCK);
  private static final double SECONDS_OF_HOUR = 3600;
  private static final int NANO_DIGITS = 9;

  /** Reads a text, if it is a date whose parts stand in this order. */
  static Optional<Moment> parse(String text, DateOrder order) {
    String date = text.strip();
    if (date.isEmpty() || !Character.isDigit(date.charAt(0))) {
      return Optional.empty();
    }
    try {
      Matcher matcher = YEAR_FIRST.matcher(date);
      if (matcher.matches()) {
        return Optional.of(of(matcher, "a", "b", "c"));
      }
      matcher = YEAR_LAST.matcher(date);
      return matcher.matches() ? yearLast(matcher, order) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** With points between them the day always comes first. */
  private static Optional<Moment> yearLast(Matcher matcher, DateOrder order) {
    return switch (order) {
      case YEAR_FIRST -> Optional.empty();
      case DAY_FIRST -> Optional.of(of(matcher, "c", "b", "a"));
      case MONTH_FIRST ->
          matcher.group("sign").equals(".")
              ? Optional.empty()
              : Optional.of(of(matcher, "c", "a", "b"));
    };
  }

  private static Moment of(Matcher parts, String year, String month, String day) {
    LocalDate date = LocalDate.of(number(parts, year), number(parts, month), number(parts, day));
    boolean clock = parts.group("hour") != null;
    LocalTime time = clock ? time(parts) : LocalTime.MIDNIGHT;
    String offset = parts.group("offset");
    return new Moment(
        LocalDateTime.of(date, time),
        offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset),
        clock);
  }

  private static LocalTime time(Matcher parts) {
    int hour = number(parts, "hour");
    String half = parts.group("half");
    if (half != null && (hour < 1 || hour > 12)) {
      throw new DateTimeException("expected 1 to 12");
    }
    int shift = half != null && Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0;
    String nano = parts.group("nano");
    int nanos = nano == null ? 0 : Integer.parseInt(nano + "0".repeat(NANO_DIGITS - nano.length()));
    int second = parts.group("second") == null ? 0 : number(parts, "second");
    return LocalTime.of(
        half == null ? hour : hour % 12 + shift, number(parts, "minute"), second, nanos);
  }

  private static int number(Matcher parts, String name) {
    return Integer.parseInt(parts.group(name));
  }

  LocalDate day() {
    return local.toLocalDate();
  }

  double hour() {
    return local.toLocalTime().toNanoOfDay() / 1e9 / SECONDS_OF_HOUR;
  }

  String weekday() {
    return name(local.getDayOfWeek());
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  double epochSeconds() {
    return local.toEpochSecond(offset) + local.getNano() / 1e9;
  }
}
