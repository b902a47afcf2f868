package org.limpid.interpret.text;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How values of one numeric feature are written beside the bounds of its ranges: with as many
 * digits as tell each from the next bound, and seconds since 1970 as dates. Immutable.
 *
 * <p>A feature holds such seconds when its name has a word such as {@code time} or {@code submit}
 * in it, and all its bounds lie in the years 2000 to 2099. Dates are in UTC.
 */
public final class ValueLabels {
  private static final int FEWEST_DIGITS = 4;
  private static final int MOST_DIGITS = 17;
  private static final double HALF = 0.5;
  private static final double FIRST_YEAR = 1000;
  private static final double YEARS_END = 3000;
  private static final double YEAR_2000 = 946_684_800;
  private static final double YEAR_2100 = 4_102_444_800.0;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");
  private static final Set<String> WORDS_OF_TIME =
      Set.of(
          ("time times timestamp datetime date day epoch ts when at submit submitted submission"
                  + " start started end ended finished created updated arrival since")
              .split(" "));
  private static final Set<String> WORDS_OF_YEARS = Set.of("year", "years", "yr");

  private final double[] bounds;
  private final boolean times;
  private final boolean years;

  private ValueLabels(double[] bounds, boolean times, boolean years) {
    this.bounds = bounds;
    this.times = times;
    this.years = years;
  }

  /**
   * The labels of a feature whose numbers are to be told apart, in any order: cuts, the least and
   * the largest value; {@code NaN} is not looked at.
   */
  public static ValueLabels of(String feature, double... bounds) {
    double[] known =
        Arrays.stream(bounds).filter(bound -> !Double.isNaN(bound)).sorted().distinct().toArray();
    return new ValueLabels(
        known,
        liesIn(known, YEAR_2000, YEAR_2100) && hasWord(feature, WORDS_OF_TIME),
        liesIn(known, FIRST_YEAR, YEARS_END) && hasWord(feature, WORDS_OF_YEARS));
  }

  private static boolean liesIn(double[] ascending, double from, double to) {
    return ascending.length > 0 && ascending[0] >= from && ascending[ascending.length - 1] < to;
  }

  private static boolean hasWord(String feature, Set<String> words) {
    return BETWEEN_WORDS
        .splitAsStream(feature)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(words::contains);
  }

  /** Whether values are seconds since 1970. */
  public boolean areTimes() {
    return times;
  }

  /** Whether values are years, which have no commas between thousands. */
  public boolean areYears() {
    return years;
  }

  /** A value with four significant digits or more, or a date. */
  public String text(double value) {
    return text(value, FEWEST_DIGITS);
  }

  /** A value with so many significant digits or more, or a date. */
  public String text(double value, int fewestDigits) {
    return times
        ? DateText.of(value, gap(value))
        : NumberText.rounded(value, digits(value, fewestDigits));
  }

  /** A value by itself: a date to the second, or the number as it is. */
  public String exact(double value) {
    return times ? DateText.of(value, DateText.SECOND) : NumberText.exact(value);
  }

  /**
   * How many significant digits tell a value from the other bounds: so many that the last one
   * counts for less than the distance to the nearest, so that rounding keeps their order. Halves
   * keep theirs, too, as they stand between whole numbers.
   */
  public int digits(double value, int fewest) {
    if (value == 0 || !Double.isFinite(value)) {
      return fewest;
    }
    double gap = isHalf(value) ? Math.min(gap(value), HALF) : gap(value);
    double needed = Math.floor(Math.log10(Math.abs(value))) + 1 - Math.log10(gap);
    return Math.clamp((long) Math.floor(needed) + 1, fewest, Math.max(fewest, MOST_DIGITS));
  }

  private static boolean isHalf(double value) {
    return value != Math.rint(value) && 2 * value == Math.rint(2 * value);
  }

  /** The distance to the nearest other bound; infinite if there is none. */
  private double gap(double value) {
    int place = Arrays.binarySearch(bounds, value);
    int above = place >= 0 ? place + 1 : -place - 1;
    int below = place >= 0 ? place - 1 : -place - 2;
    double gap = Double.POSITIVE_INFINITY;
    if (below >= 0) {
      gap = value - bounds[below];
    }
    return above < bounds.length ? Math.min(gap, bounds[above] - value) : gap;
  }

  /** Seconds since 1970 as dates, in UTC. */
  private static final class DateText {
    static final double SECOND = 1;

    private static final double DAY = 86_400;
    private static final double MINUTE = 60;
    private static final double MICROS = 1e6;
    private static final DateTimeFormatter TO_DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter TO_MINUTE =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter TO_SECOND =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private DateText() {}

    /**
     * The date of a second, cut off behind the day, minute, second or microsecond, so that it is
     * told from others so many seconds apart.
     */
    static String of(double seconds, double apart) {
      LocalDateTime time =
          LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC);
      if (apart > DAY) {
        return TO_DAY.format(time);
      }
      if (apart > MINUTE) {
        return TO_MINUTE.format(time);
      }
      return apart >= SECOND ? TO_SECOND.format(time) : TO_SECOND.format(time) + fraction(seconds);
    }

    private static String fraction(double seconds) {
      long micros = (long) Math.floor((seconds - Math.floor(seconds)) * MICROS);
      return String.format(Locale.ROOT, ".%06d", micros);
    }
  }
}
