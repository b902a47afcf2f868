package org.limpid.explain.text;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Dates and times of day of the seconds since an origin. */
public record Calendar(LocalDateTime origin) {
  /** For example {@code 2020-09-05 13:30:12}. */
  public String text(long second) {
    return date(second) + " " + timeOfDay(second);
  }

  /** The time of day where {@code other} is on the same day, else date and time. */
  public String textBeside(long second, long other) {
    return date(second).equals(date(other)) ? timeOfDay(second) : text(second);
  }

  public LocalDate date(long second) {
    return time(second).toLocalDate();
  }

  /** The hour of day of a second, 0 to 23. */
  public int hour(long second) {
    return time(second).getHour();
  }

  private String timeOfDay(long second) {
    LocalDateTime time = time(second);
    return two(time.getHour()) + ":" + two(time.getMinute()) + ":" + two(time.getSecond());
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private LocalDateTime time(long second) {
    return origin.plusSeconds(second);
  }
}
