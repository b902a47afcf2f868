package org.limpid.data.importer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limpid.data.io.UnixTime;

/**
 * A moment as people and programs write it.
 *
 * @param seconds since the start of 1970: of UTC where the text tells its zone, else of the clock
 *     that it was read from
 * @param kind what the text tells
 */
record DateText(long seconds, Kind kind) {
  /** What a text tells of its zone. */
  enum Kind {
    /** Nothing. */
    WALL_CLOCK,
    /** A zone, or it counts from 1970 in UTC. */
    ZONED,
    /** It is a small number that counts from a moment that nobody tells. */
    COUNTED
  }

  /** Which number of a date such as 3/2/2026 is the day. */
  enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST,
    /** Dates that can be read in both ways are not read. */
    UNKNOWN
  }

  private static final String TIME =
      "(?:[T ]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?"
          + "\\s*(?<half>[AaPp][Mm])?\\s*(?<zone>Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?(?: UTC)?)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<year>\\d{4})[-/.](?<one>\\d{1,2})[-/.](?<two>\\d{1,2})" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<one>\\d{1,2})(?<sign>[-/.])(?<two>\\d{1,2})[-/.](?<year>\\d{4})" + TIME);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,19}(\\.\\d*)?(E\\d{1,2})?");
  private static final int MONTHS = 12;

  /**
   * Reads a date with or without a time of day, seconds since 1970 (or milliseconds and smaller
   * parts), or a small number of seconds.
   *
   * @return empty if it is none, or no one can say which day is meant
   */
  static Optional<DateText> parse(String text, DateOrder order) {
    if (NUMBER.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      OptionalLong unix = UnixTime.seconds(value);
      return Optional.of(
          unix.isPresent()
              ? new DateText(unix.getAsLong(), Kind.ZONED)
              : new DateText((long) value, Kind.COUNTED));
    }
    try {
      return date(text, order);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<DateText> date(String text, DateOrder order) {
    Matcher year = YEAR_FIRST.matcher(text);
    if (year.matches()) {
      return Optional.of(of(number(year, "one"), number(year, "two"), year));
    }
    Matcher other = YEAR_LAST.matcher(text);
    if (!other.matches()) {
      return Optional.empty();
    }
    int one = number(other, "one");
    int two = number(other, "two");
    return switch (other.group("sign").equals(".") ? DateOrder.DAY_FIRST : order(one, two, order)) {
      case DAY_FIRST -> Optional.of(of(two, one, other));
      case MONTH_FIRST -> Optional.of(of(one, two, other));
      case UNKNOWN -> Optional.empty();
    };
  }

  /** Where one number is no month, the date tells it. */
  private static DateOrder order(int one, int two, DateOrder chosen) {
    if (chosen != DateOrder.UNKNOWN) {
      return chosen;
    }
    return one > MONTHS || one == two
        ? DateOrder.DAY_FIRST
        : two > MONTHS ? DateOrder.MONTH_FIRST : DateOrder.UNKNOWN;
  }

  private static DateText of(int month, int day, Matcher found) {
    LocalDate date = LocalDate.of(number(found, "year"), month, day);
    LocalDateTime time = LocalDateTime.of(date, timeOfDay(found));
    String zone = found.group("zone");
    return zone == null
        ? new DateText(time.toEpochSecond(ZoneOffset.UTC), Kind.WALL_CLOCK)
        : new DateText(time.toEpochSecond(offset(zone)), Kind.ZONED);
  }

  private static LocalTime timeOfDay(Matcher found) {
    if (found.group("hour") == null) {
      return LocalTime.MIDNIGHT;
    }
    int hour = number(found, "hour");
    if (found.group("half") != null) {
      boolean afternoon = found.group("half").toLowerCase(Locale.ROOT).equals("pm");
      hour = hour % MONTHS + (afternoon ? MONTHS : 0);
    }
    int second = found.group("second") == null ? 0 : number(found, "second");
    return LocalTime.of(hour, number(found, "minute"), second);
  }

  private static ZoneOffset offset(String zone) {
    return Character.isLetter(zone.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(zone);
  }

  private static int number(Matcher found, String group) {
    return Integer.parseInt(found.group(group));
  }
}
