package org.limpid.interpret.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueLabelsTest {
  /** 2021-03-04 00:00:00 UTC. */
  private static final double DAY = 1_614_816_000;

  private static List<String> texts(String feature, double... bounds) {
    ValueLabels labels = ValueLabels.of(feature, bounds);
    return Arrays.stream(bounds).mapToObj(labels::text).toList();
  }

  @Test
  void fourDigitsAreEnoughFarApart() {
    assertEquals(List.of("0.1235", "7.891", "123500"), texts("x", 0.123456, 7.89123, 123_456.7));
    assertEquals(List.of("1.235E-7"), texts("x", 1.23456e-7));
    assertEquals("12.35", ValueLabels.of("x").text(12.345678));
    assertEquals("12.3457", ValueLabels.of("x").text(12.345678, 6));
  }

  /** Neighbours that would read 1.771E+9, 1 and 5.678 otherwise. */
  @Test
  void nearNeighboursHaveMoreDigits() {
    assertEquals(
        List.of("1771234500.5", "1771234501.5", "1771234503"),
        texts("id", 1_771_234_500.5, 1_771_234_501.5, 1_771_234_503));
    assertEquals(
        List.of("1", "1.000000001", "1.000000003"), texts("x", 1, 1.000000001, 1.000000003));
    assertEquals(List.of("5.67831", "5.67834", "99.12"), texts("x", 5.678312, 5.678337, 99.1234));
    assertEquals(List.of("-5.67834", "-5.67831"), texts("x", -5.678337, -5.678312));
  }

  /** Of the whole numbers 123456 and 123457, one is below 123456.5. */
  @Test
  void halvesBetweenWholeNumbersKeepTheirDigit() {
    assertEquals(List.of("17.5", "123456.5"), texts("x", 17.5, 123_456.5));
    assertEquals("1598918402.5", ValueLabels.of("x", 1_598_918_402.5).text(1_598_918_402.5));
  }

  /** Only those that are near: a large one between others needs no more digits than before. */
  @Test
  void aBoundHasTheDigitsOfItsOwnNeighbours() {
    assertEquals(
        List.of("0.1235", "100000.1", "100000.2"), texts("x", 0.123456, 100_000.11, 100_000.24));
  }

  @Test
  void theOrderSurvivesWhateverTheDistances() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 2000; round++) {
      double scale = Math.pow(10, random.nextInt(-12, 16));
      double width = Math.pow(10, -random.nextInt(0, 12));
      double[] bounds =
          random
              .doubles(8)
              .map(part -> scale * (1 + width * part) * (part < 0.5 ? 1 : -1))
              .sorted()
              .distinct()
              .toArray();
      double[] read = texts("x", bounds).stream().mapToDouble(Double::parseDouble).toArray();
      for (int i = 1; i < read.length; i++) {
        assertTrue(read[i - 1] < read[i], Arrays.toString(bounds) + Arrays.toString(read));
      }
    }
  }

  @Test
  void timesAreDatesAsFineAsTheirDistances() {
    assertEquals(List.of("2021-03-04", "2021-03-09"), texts("submit_time", DAY, DAY + 5 * 86_400));
    assertEquals(
        List.of("2021-03-04 00:00", "2021-03-04 13:05"),
        texts("submit_time", DAY, DAY + 13 * 3600 + 5 * 60 + 7));
    assertEquals(
        List.of("2021-03-04 00:00:00", "2021-03-04 00:00:04"), texts("submit_time", DAY, DAY + 4));
    assertEquals(
        List.of("2021-03-04 00:00:00.250000", "2021-03-04 00:00:00.500000"),
        texts("submit_time", DAY + 0.25, DAY + 0.5));
    assertEquals(
        "2021-03-04 01:01:01", ValueLabels.of("submit_time", DAY, 2 * DAY).exact(DAY + 3661));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"submit_time", "submitTime", "Start Date", "ended_at", "TIMESTAMP", "date"})
  void namesThatSoundLikeTime(String name) {
    assertTrue(ValueLabels.of(name, DAY, DAY + 9).areTimes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"job_id", "runtime", "estimate", "update", "price", "", "rate"})
  void otherNames(String name) {
    assertFalse(ValueLabels.of(name, DAY, DAY + 9).areTimes());
  }

  /** Hours of a day, seconds since the beginning of a trace, milliseconds. */
  @ParameterizedTest
  @CsvSource({"0, 24", "0, 1614816000", "1614816000, 1614816000000"})
  void valuesOfOtherCenturiesAreNumbers(double low, double high) {
    assertFalse(ValueLabels.of("time", low, high).areTimes());
  }

  @Test
  void unknownBoundsAreNotLookedAt() {
    assertTrue(ValueLabels.of("time", Double.NaN, DAY, Double.NaN).areTimes());
    assertFalse(ValueLabels.of("time", Double.NaN).areTimes());
    assertEquals("1.235", ValueLabels.of("x", Double.NaN).text(1.23456));
  }

  @Test
  void yearsAreToldByNameAndValue() {
    assertTrue(ValueLabels.of("build_year", 1998, 2020).areYears());
    assertEquals("2020", ValueLabels.of("year", 2019, 2020).text(2020));
    assertFalse(ValueLabels.of("year", 1, 30).areYears());
    assertFalse(ValueLabels.of("light years", 1998, 40_000).areYears());
    assertFalse(ValueLabels.of("price", 1998, 2020).areYears());
  }
}
