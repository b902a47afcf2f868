package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeHintsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "03/03/2025 | Maybe it is a date: write year-month-day, 2025-03-03.",
        "17/4/2024 | Maybe it is a date: write year-month-day, 2024-04-17.",
        "4/17/2024 08:30:00 | Maybe it is a date: write year-month-day, 2024-04-17 08:30:00.",
        "5/6/2024 | Maybe it is a date: write year-month-day, 2024-06-05 or 2024-05-06.",
        "05.06.2024 | Maybe it is a date: write year-month-day, 2024-06-05.",
        "2024/6/5 | Maybe it is a date: write year-month-day, 2024-06-05.",
        "31/02/2024 | Maybe it is a date, but there is no such day: write year-month-day.",
        "00:12:33 | Maybe it is hours:minutes:seconds: write seconds, 753.",
        "27:00:05 | Maybe it is hours:minutes:seconds: write seconds, 97205.",
        "2-03:00:00 | Maybe it is days and hours:minutes:seconds: write seconds, 183600.",
      })
  void timesAreConverted(String found, String hint) {
    assertEquals(hint, TimeHints.of(found));
  }

  @ParameterizedTest
  @CsvSource({"2024-06-05T10:00:00Z", "2024-06-05 10:00:00.25", "2024-06-05T10:00:00+02:00"})
  void zonesAndFractionsAreLeftOut(String found) {
    assertEquals(
        "Maybe leave out what follows the seconds, in the zone of the other times: %s."
            .formatted(found.substring(0, 19)),
        TimeHints.of(found));
  }

  @ParameterizedTest
  @CsvSource({"12", "1.5", "-3", "job 7", "2024-06-05", "''", "1/2", "10.0.0.1"})
  void otherTextsAreNoTimes(String found) {
    assertEquals("", TimeHints.of(found));
  }
}
