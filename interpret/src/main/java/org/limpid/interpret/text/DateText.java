package org.limpid.interpret.text;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Seconds since 1970 as dates, in UTC. */
final class DateText {
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
   * The date of a second, cut off behind the day, minute, second or microsecond.
   *
   * @param apart seconds between it and others from which it is to be told
   */
  static String of(double seconds, double apart) {
    LocalDateTime time = LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC);
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
