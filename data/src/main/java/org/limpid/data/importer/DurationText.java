package org.limpid.data.importer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spans of time as people and programs write them: numbers, times of Slurm such as {@code
 * 1-02:03:04}, of Python such as {@code 1 days 02:03:04}, and {@code 1h30m}.
 */
public final class DurationText {
  /** What Slurm writes where there is no limit, or none of the job's own. */
  private static final Set<String> NO_LIMIT = Set.of("unlimited", "partition_limit", "invalid");

  private static final int MINUTE = 60;
  private static final int HOUR = 3600;
  private static final int DAY = 86_400;

  /** Seconds of a unit, by its names. */
  private static final Map<List<String>, Double> UNITS =
      Map.of(
          List.of("ms", "msec", "millis", "milliseconds"), 0.001,
          List.of("s", "sec", "secs", "second", "seconds"), 1.0,
          List.of("m", "min", "mins", "minute", "minutes", "timelimitraw"), (double) MINUTE,
          List.of("h", "hr", "hrs", "hour", "hours"), (double) HOUR,
          List.of("d", "day", "days"), (double) DAY);

  private static final Pattern NUMBER =
      Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE]-?\\d{1,2})?");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:(?<days>\\d{1,6})(?:-| days?,? ))?(?<one>\\d{1,7})"
              + "(?::(?<two>\\d{1,2})(?::(?<three>\\d{1,2}))?)?(?:\\.\\d+)?");
  private static final Pattern PARTS = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-z]+)[, ]*");

  private DurationText() {}

  /** Whether it says that there is no limit. */
  public static boolean isUnlimited(String text) {
    return NO_LIMIT.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Seconds of the unit that is called so; empty if none is. */
  static OptionalDouble unit(String name) {
    return UNITS.entrySet().stream()
        .filter(each -> each.getKey().contains(name.toLowerCase(Locale.ROOT)))
        .mapToDouble(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * Reads a span of time.
   *
   * @param unit seconds of one, where it is a mere number; if these are hours or more, {@code 1:30}
   *     are hours and minutes, else minutes and seconds as in Slurm
   * @return seconds; empty if it is none
   */
  public static OptionalDouble seconds(String text, double unit) {
    if (NUMBER.matcher(text).matches()) {
      return OptionalDouble.of(Double.parseDouble(text) * unit);
    }
    Matcher clock = CLOCK.matcher(text);
    return clock.matches() ? OptionalDouble.of(ofClock(clock, unit)) : ofParts(text);
  }

  /** With days the first number counts hours; without, the last one counts seconds. */
  private static double ofClock(Matcher clock, double unit) {
    double one = number(clock.group("one"));
    double two = number(clock.group("two"));
    double three = number(clock.group("three"));
    boolean hoursFirst =
        clock.group("days") != null || clock.group("three") != null || unit >= HOUR;
    return hoursFirst
        ? number(clock.group("days")) * DAY + one * HOUR + two * MINUTE + three
        : one * MINUTE + two;
  }

  private static double number(String digits) {
    return digits == null ? 0 : Double.parseDouble(digits);
  }

  private static OptionalDouble ofParts(String text) {
    Matcher parts = PARTS.matcher(text.toLowerCase(Locale.ROOT));
    double sum = 0;
    int end = 0;
    while (parts.find() && parts.start() == end && unit(parts.group(2)).isPresent()) {
      sum += Double.parseDouble(parts.group(1)) * unit(parts.group(2)).getAsDouble();
      end = parts.end();
    }
    return end > 0 && end == text.length() ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }
}
