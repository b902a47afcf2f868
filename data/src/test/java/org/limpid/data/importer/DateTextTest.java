package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.data.importer.DateText.DateOrder.DAY_FIRST;
import static org.limpid.data.importer.DateText.DateOrder.MONTH_FIRST;
import static org.limpid.data.importer.DateText.DateOrder.UNKNOWN;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.data.importer.DateText.DateOrder;
import org.limpid.data.importer.DateText.Kind;

final class DateTextTest {
  /**
   * Noon of 2 March 2026 is 1,772,452,800 s after the start of 1970: {@code date -u -d ... +%s}.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-03-02T12:00:00, WALL_CLOCK",
    "2026-03-02 12:00:00, WALL_CLOCK",
    "2026-03-02 12:00, WALL_CLOCK",
    "2026/3/2 12:00:00, WALL_CLOCK",
    "2026-03-02 12:00:00.987, WALL_CLOCK",
    "02.03.2026 12:00, WALL_CLOCK",
    "2026-03-02 12:00 PM, WALL_CLOCK",
    "2026-03-02T12:00:00Z, ZONED",
    "2026-03-02T13:00:00+01:00, ZONED",
    "2026-03-02T06:30:00.5-0530, ZONED",
    "2026-03-02 12:00:00 UTC, ZONED",
    "2026-03-02 12:00:00 +0000 UTC, ZONED",
    "1772452800, ZONED",
    "1772452800.75, ZONED",
    "1772452800123, ZONED",
    "1.7724528E9, ZONED"
  })
  void noonIsReadHoweverItIsWritten(String text, Kind kind) {
    assertEquals(Optional.of(new DateText(1_772_452_800L, kind)), DateText.parse(text, UNKNOWN));
  }

  @Test
  void dayOfMidnightAndSmallNumbers() {
    assertEquals(
        Optional.of(new DateText(1_772_409_600L, Kind.WALL_CLOCK)),
        DateText.parse("2026-03-02", UNKNOWN));
    assertEquals(
        Optional.of(new DateText(1_772_409_600L, Kind.WALL_CLOCK)),
        DateText.parse("2026-03-02 12:00 am", UNKNOWN));
    assertEquals(Optional.of(new DateText(30, Kind.COUNTED)), DateText.parse("30.0", UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "3/2/2026 00:00, DAY_FIRST, 2026-02-03T00:00",
    "3/2/2026 00:00, MONTH_FIRST, 2026-03-02T00:00",
    "13/2/2026, UNKNOWN, 2026-02-13T00:00",
    "2-13-2026, UNKNOWN, 2026-02-13T00:00",
    "3/3/2026, UNKNOWN, 2026-03-03T00:00"
  })
  void orderOfDatesIsChosenOrTold(String text, DateOrder order, LocalDateTime time) {
    assertEquals(
        Optional.of(new DateText(time.toEpochSecond(ZoneOffset.UTC), Kind.WALL_CLOCK)),
        DateText.parse(text, order));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3/2/2026",
        "yesterday",
        "2026-13-01",
        "2026-03-02 25:00:00",
        "02.13.2026",
        "12:00",
        "-5",
        "2026-03-02T12:00:00+99:00",
        "2026-03-02 12:00:00 CET"
      })
  void whatMayMeanAnythingIsNotRead(String text) {
    assertEquals(Optional.empty(), DateText.parse(text, UNKNOWN));
  }

  @Test
  void anOrderDoesNotMakeDaysThatAreNone() {
    assertEquals(Optional.empty(), DateText.parse("2/13/2026", DAY_FIRST));
    assertEquals(Optional.empty(), DateText.parse("13/2/2026", MONTH_FIRST));
  }
}
