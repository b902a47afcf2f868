package org.limpid.interpret.table;

import java.util.List;

/** Tells from the characters of a field whether it is missing, and which number it is. */
final class FieldText {
  private static final List<char[]> MISSING =
      List.of("na", "n/a", "#n/a", "<na>", "nan", "null", "?").stream()
          .map(String::toCharArray)
          .toList();
  private static final int LONGEST_MISSING = 4;
  private static final List<char[]> INFINITE =
      List.of("inf", "infinity").stream().map(String::toCharArray).toList();

  /** Powers of ten that a double holds exactly. */
  private static final double[] POWERS = powers(22);

  private static final long LARGEST_EXACT = 1L << 53;
  private static final int MOST_DIGITS = 18;

  private FieldText() {}

  private static double[] powers(int most) {
    double[] powers = new double[most + 1];
    powers[0] = 1;
    for (int i = 1; i <= most; i++) {
      powers[i] = 10 * powers[i - 1];
    }
    return powers;
  }

  static boolean isMissing(char[] buffer, int from, int to) {
    if (from == to) {
      return true;
    }
    boolean possible = to - from <= LONGEST_MISSING && !isDigit(buffer[to - 1]);
    return possible && isOneOf(MISSING, buffer, from, to);
  }

  private static boolean isOneOf(List<char[]> words, char[] buffer, int from, int to) {
    for (char[] word : words) {
      boolean equal = word.length == to - from;
      for (int i = 0; equal && i < word.length; i++) {
        char c = buffer[from + i];
        equal = word[i] == (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
      }
      if (equal) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * The number that a field holds, rounded as {@link Double#parseDouble} does, or {@code NaN} if it
   * is no number. One piece, as the scan keeps several counts: digits are gathered in a {@code
   * long}; where that and a power of ten are exact, so is their product or quotient but for one
   * rounding (Clinger, "How to read floating point numbers accurately", 1990), and no object is
   * needed.
   */
  static double number(char[] buffer, int from, int to) {
    int at = from;
    boolean negative = at < to && buffer[at] == '-';
    if (at < to && (negative || buffer[at] == '+')) {
      at++;
    }
    int first = at;
    long digits = 0;
    int significant = 0;
    int exponent = 0;
    boolean any = false;
    boolean fraction = false;
    for (; at < to; at++) {
      char c = buffer[at];
      if (isDigit(c)) {
        any = true;
        digits = significant < MOST_DIGITS ? 10 * digits + (c - '0') : digits;
        significant += digits == 0 ? 0 : 1;
        exponent -= fraction ? 1 : 0;
      } else if (c == '.' && !fraction) {
        fraction = true;
      } else {
        break;
      }
    }
    if (!any) {
      return infinity(negative, buffer, first, to);
    }
    if (at < to) {
      int written = exponent(buffer, at, to);
      if (written == Integer.MIN_VALUE) {
        return Double.NaN;
      }
      exponent += written;
    }
    boolean exact =
        significant <= MOST_DIGITS
            && digits <= LARGEST_EXACT
            && exponent < POWERS.length
            && exponent > -POWERS.length;
    if (!exact) {
      return Double.parseDouble(new String(buffer, from, to - from));
    }
    double magnitude = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
    return negative ? -magnitude : magnitude;
  }

  private static double infinity(boolean negative, char[] buffer, int from, int to) {
    if (!isOneOf(INFINITE, buffer, from, to)) {
      return Double.NaN;
    }
    return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** The exponent after an {@code e}, at most 100000 in size; the smallest int if there is none. */
  private static int exponent(char[] buffer, int from, int to) {
    int at = from + 1;
    boolean negative = at < to && buffer[at] == '-';
    if (at < to && (negative || buffer[at] == '+')) {
      at++;
    }
    boolean begins = (buffer[from] == 'e' || buffer[from] == 'E') && at < to;
    int exponent = begins ? 0 : Integer.MIN_VALUE;
    for (; begins && at < to; at++) {
      if (!isDigit(buffer[at])) {
        return Integer.MIN_VALUE;
      }
      exponent = Math.min(100_000, 10 * exponent + (buffer[at] - '0'));
    }
    return negative && begins ? -exponent : exponent;
  }
}
