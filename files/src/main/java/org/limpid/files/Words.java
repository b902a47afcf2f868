package org.limpid.files;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as people say them, the same in every locale. */
public final class Words {
  /** Below so many seconds a tenth of one matters. */
  private static final double SHORT = 9.95;

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private static final Pattern CHOICE = Pattern.compile("\\{([^|{}]*)\\|([^|{}]*)}");

  private Words() {}

  /** How often: {@code once}, {@code twice}, {@code 12 times}. */
  public static String times(long number) {
    return number == 1 ? "once" : number == 2 ? "twice" : number(number) + " times";
  }

  /** A number of things: {@code 1 job}, {@code 1,200 jobs}. */
  public static String count(long number, String one) {
    return number(number) + " " + (number == 1 ? one : one + "s");
  }

  /**
   * A sentence about a number of things.
   *
   * @param sentence with {@code %,d} for the number, and <code>{one|several}</code> where words
   *     differ
   */
  public static String counted(String sentence, long number) {
    Matcher choice = CHOICE.matcher(sentence);
    return choice.replaceAll(number == 1 ? "$1" : "$2").replace("%,d", number(number));
  }

  /** A whole number with commas between thousands. */
  public static String number(long value) {
    // Not by a format: what that loads for locales takes longer than a whole story.
    StringBuilder digits = new StringBuilder(Long.toString(value));
    int first = value < 0 ? 1 : 0;
    for (int place = digits.length() - 3; place > first; place -= 3) {
      digits.insert(place, ',');
    }
    return digits.toString();
  }

  /**
   * A number, whole or rounded to so many decimals.
   *
   * @param value below 10^12 in size
   */
  public static String number(double value, int decimals) {
    return value == Math.rint(value) ? number((long) value) : rounded(value, decimals);
  }

  private static String rounded(double value, int decimals) {
    long scale = Math.round(Math.pow(10, decimals));
    long scaled = Math.round(Math.abs(value) * scale);
    String fraction = Long.toString(scale + scaled % scale).substring(1);
    String sign = value < 0 && scaled > 0 ? "-" : "";
    return sign + number(scaled / scale) + (decimals == 0 ? "" : "." + fraction);
  }

  /** A share as per cent with one decimal; 0 of nothing. */
  public static String percent(double part, double whole) {
    return rounded(whole == 0 ? 0 : 100 * part / whole, 1) + " %";
  }

  /**
   * A duration in its two largest units: {@code 45 s}, {@code 12 min 5 s}, {@code 1 d 3 h}. Below
   * ten seconds it has a decimal, if that is not 0: {@code 2.5 s}.
   */
  public static String roughly(double seconds) {
    double size = Math.abs(seconds);
    String text = size < SHORT ? tenths(size) : positive(Math.round(size));
    return seconds < 0 && !text.equals("0 s") ? "-" + text : text;
  }

  private static String tenths(double seconds) {
    return number(Math.rint(10 * seconds) / 10, 1) + " s";
  }

  private static String positive(long seconds) {
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    if (seconds < HOUR) {
      return two(seconds, MINUTE, "min", 1, "s");
    }
    return seconds < DAY
        ? two(seconds, HOUR, "h", MINUTE, "min")
        : two(seconds, DAY, "d", HOUR, "h");
  }

  private static String two(long seconds, long large, String largeUnit, long small, String unit) {
    long rest = seconds % large / small;
    String first = number(seconds / large) + " " + largeUnit;
    return rest == 0 ? first : first + " " + rest + " " + unit;
  }

  /** The words as they begin a sentence. */
  public static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Parts of an enumeration: {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String list(List<String> parts) {
    return list(parts, "and");
  }

  /** Parts of an enumeration with another word before the last one. */
  public static String list(List<String> parts, String conjunction) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    String before = String.join(", ", parts.subList(0, parts.size() - 1));
    return "%s %s %s".formatted(before, conjunction, parts.getLast());
  }
}
