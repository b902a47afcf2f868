package org.limpid.data.io;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Parses numbers and times out of a buffer of characters, without garbage in all usual cases. */
final class FieldParser {
  /** What {@link #dateTime} returns for a text of another shape. */
  static final long NOT_A_TIME = Long.MIN_VALUE;

  /** Decimal digits that a long holds whatever they are. */
  private static final int MOST_DIGITS = 18;

  /** Decimal digits that a double holds exactly. */
  private static final int EXACT_DIGITS = 15;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };
  private static final int SECONDS_PER_DAY = 86_400;
  private static final String DATE_TIME = "0000-00-00 00:00:00";
  private static final int DATE_LENGTH = 10;

  private FieldParser() {}

  /** A whole number of at most 18 digits; {@code absent} for everything else. */
  static long wholeNumber(char[] text, int from, int end, long absent) {
    int to = withoutZeroDecimals(text, from, end);
    boolean negative = from < to && text[from] == '-';
    int first = negative ? from + 1 : from;
    if (first == to || to - first > MOST_DIGITS || !isDigits(text, first, to)) {
      return absent;
    }
    long value = digits(text, first, to);
    return negative ? -value : value;
  }

  /** Spreadsheets and pandas write whole numbers as {@code 64.0}; the end without that part. */
  private static int withoutZeroDecimals(char[] text, int from, int to) {
    int end = to;
    while (end > from && text[end - 1] == '0') {
      end--;
    }
    return end < to && end - 1 > from && text[end - 1] == '.' ? end - 1 : to;
  }

  private static long digits(char[] text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + (text[i] - '0');
    }
    return value;
  }

  private static boolean isDigits(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * A decimal number, correctly rounded; NaN if it is none. With up to 15 digits, digits and power
   * of ten are exact doubles, so that one division rounds correctly.
   */
  static double number(char[] text, int from, int to) {
    boolean negative = from < to && text[from] == '-';
    int first = negative ? from + 1 : from;
    long mantissa = 0;
    int point = -1;
    for (int i = first; i < to; i++) {
      char c = text[i];
      if (c == '.' && point < 0) {
        point = i;
      } else if (c >= '0' && c <= '9') {
        mantissa = mantissa * 10 + (c - '0');
      } else {
        return numberSlowly(text, from, to);
      }
    }
    int digitCount = to - first - (point < 0 ? 0 : 1);
    if (digitCount < 1 || digitCount > EXACT_DIGITS) {
      return numberSlowly(text, from, to);
    }
    double value = mantissa / POWERS_OF_TEN[point < 0 ? 0 : to - point - 1];
    return negative ? -value : value;
  }

  /** Java also reads 1f, 0x1p3 and the like, which are no numbers here. */
  private static double numberSlowly(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if ("+-.0123456789eE".indexOf(text[i]) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(new String(text, from, to - from));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * A date {@code yyyy-MM-dd} or a time {@code yyyy-MM-dd HH:mm:ss}, with a blank or T between.
   *
   * @return seconds since the start of 1970; {@link #NOT_A_TIME} if it is neither
   * @throws DateTimeException if it has that shape, but there is no such time
   */
  static long dateTime(char[] text, int from, int to) {
    if (!looksLikeDateTime(text, from, to)) {
      return NOT_A_TIME;
    }
    LocalDate day =
        LocalDate.of(
            (int) digits(text, from, from + 4),
            (int) digits(text, from + 5, from + 7),
            (int) digits(text, from + 8, from + DATE_LENGTH));
    long secondOfDay = to - from == DATE_LENGTH ? 0 : secondOfDay(text, from + DATE_LENGTH + 1);
    return day.toEpochDay() * SECONDS_PER_DAY + secondOfDay;
  }

  private static long secondOfDay(char[] text, int from) {
    long hour = digits(text, from, from + 2);
    long minute = digits(text, from + 3, from + 5);
    long second = digits(text, from + 6, from + 8);
    if (hour > 23 || minute > 59 || second > 59) {
      throw new DateTimeException("no such time of day");
    }
    return hour * 3600 + minute * 60 + second;
  }

  private static boolean looksLikeDateTime(char[] text, int from, int to) {
    int length = to - from;
    if (length != DATE_LENGTH && length != DATE_TIME.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!fits(text[from + i], DATE_TIME.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(char found, char expected) {
    return switch (expected) {
      case '0' -> found >= '0' && found <= '9';
      case ' ' -> found == ' ' || found == 'T';
      default -> found == expected;
    };
  }
}
