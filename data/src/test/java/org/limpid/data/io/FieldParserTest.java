package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldParserTest {
  private static final long ABSENT = -99;

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-5, -5",
    "007, 7",
    "64.0, 64",
    "100.000, 100",
    "999999999999999999, 999999999999999999"
  })
  void wholeNumbers(String text, long expected) {
    assertEquals(expected, wholeNumber(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+1",
        "1.5",
        ".0",
        "1e3",
        "1,0",
        "0x1",
        "1000000000000000000",
        " 1",
        "1."
      })
  void otherTextsAreNoWholeNumbers(String text) {
    assertEquals(ABSENT, wholeNumber(text));
  }

  @Test
  void numbersAreThoseOfJava() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 50_000; i++) {
      double value = random.nextDouble(-1e6, 1e6);
      String text = i % 2 == 0 ? Double.toString(value) : "%.3f".formatted(value).replace(',', '.');
      assertEquals(Double.parseDouble(text), number(text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "1f", "NaN", "Infinity", "0x1p3", "1..2", "--1", " 1"})
  void otherTextsAreNoNumbers(String text) {
    assertEquals(Double.NaN, number(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-09-01 00:00:03", "1969-12-31 23:59:59", "2020-02-29T12:30:00"})
  void times(String text) {
    LocalDateTime expected = LocalDateTime.parse(text.replace(' ', 'T'));
    assertEquals(expected.toEpochSecond(ZoneOffset.UTC), time(text));
  }

  @Test
  void dateIsItsMidnight() {
    assertEquals(time("2020-09-01 00:00:00"), time("2020-09-01"));
  }

  @Test
  void otherTimes() {
    assertEquals(FieldParser.NOT_A_TIME, time("2020-9-1 00:00:00"));
    assertEquals(FieldParser.NOT_A_TIME, time("2020/09/01"));
    assertThrows(DateTimeException.class, () -> time("2021-02-29 12:30:00"));
    assertThrows(DateTimeException.class, () -> time("2021-02-28 24:00:00"));
  }

  private static long wholeNumber(String text) {
    return FieldParser.wholeNumber(text.toCharArray(), 0, text.length(), ABSENT);
  }

  private static double number(String text) {
    return FieldParser.number(text.toCharArray(), 0, text.length());
  }

  private static long time(String text) {
    return FieldParser.dateTime(text.toCharArray(), 0, text.length());
  }
}
