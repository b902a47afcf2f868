package org.limpid.explain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class CalendarTest {
  @Test
  void timesOfTheSameDayLoseTheirDate() {
    Calendar calendar = new Calendar(LocalDateTime.of(2020, 9, 1, 23, 59, 50));
    assertEquals("2020-09-02 00:00:00", calendar.text(10));
    assertEquals("00:00:01", calendar.textBeside(11, 10));
    assertEquals("2020-09-01 23:59:59", calendar.textBeside(9, 10));
    assertEquals(23, calendar.hour(9));
  }
}
