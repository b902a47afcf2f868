package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "3600, 1, 3600",
    "66.5, 1, 66.5",
    "-5, 1, -5",
    "1.5, 3600, 5400",
    "1-02:03:04, 1, 93784", // 86,400 + 7,200 + 180 + 4
    "1-02, 1, 93600",
    "1-02:03, 1, 93780",
    "02:03:04, 1, 7384",
    "02:03, 1, 123",
    "02:03.456, 1, 123",
    "1:30, 3600, 5400",
    "1 days 02:03:04, 1, 93784",
    "'1 day, 2:03:04', 1, 93784",
    "1h30m, 1, 5400",
    "2d 3h, 1, 183600",
    "1.5h, 1, 5400",
    "90 min, 1, 5400",
    "250ms, 1, 0.25"
  })
  void spansAreReadHoweverTheyAreWritten(String text, double unit, double seconds) {
    assertEquals(seconds, DurationText.seconds(text, unit).orElseThrow(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNLIMITED", "long", "1h-", "1:2:3:4", "5 parsecs", "1h 5"})
  void othersAreNot(String text) {
    assertEquals(OptionalDouble.empty(), DurationText.seconds(text, 1));
  }

  @Test
  void limitsMayBeNone() {
    assertTrue(DurationText.isUnlimited("UNLIMITED"));
    assertTrue(DurationText.isUnlimited("Partition_Limit"));
    assertFalse(DurationText.isUnlimited("1-00:00:00"));
  }
}
