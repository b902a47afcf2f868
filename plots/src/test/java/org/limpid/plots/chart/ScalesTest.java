package org.limpid.plots.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limpid.plots.chart.Scale.Tick;

final class ScalesTest {
  private static List<String> labels(Scale scale, int most) {
    return scale.ticks(most).stream().map(Tick::label).filter(label -> !label.isEmpty()).toList();
  }

  @Test
  void numbersHaveAsManyDecimalsAsTheirStep() {
    assertEquals(List.of("0", "0.5", "1.0", "1.5", "2.0"), labels(Scales.linear(0, 2.2), 5));
    assertEquals(List.of("0", "2,000", "4,000"), labels(Scales.linear(0, 5000), 3));
    assertEquals(List.of("−0.02", "0", "0.02"), labels(Scales.linear(-0.03, 0.03), 4));
    assertEquals(List.of("0", "50 %", "100 %"), labels(Scales.percent(0, 1), 3));
  }

  @Test
  void durationsHaveOneUnit() {
    assertEquals(List.of("0", "30 s", "60 s"), labels(Scales.duration(0, 70), 4));
    assertEquals(List.of("0", "6 h", "12 h", "18 h"), labels(Scales.duration(0, 20 * 3600), 5));
    assertEquals(List.of("0", "2 d", "4 d"), labels(Scales.duration(0, 5 * 86_400), 3));
  }

  @Test
  void logarithmicDurationsAreUsualOnes() {
    assertEquals(
        List.of("1 s", "10 s", "1 min", "10 min", "1 h", "6 h", "1 d", "7 d"),
        labels(Scales.logarithmicDuration(1, 2_000_000), 9));
    assertEquals(
        List.of("1 s", "1 min", "1 h", "1 d"), labels(Scales.logarithmicDuration(1, 2_000_000), 5));
    assertEquals(List.of("20 s", "30 s"), labels(Scales.logarithmicDuration(15, 55), 5));
  }

  @Test
  void logarithmicNumbersArePowersOfTen() {
    assertEquals(List.of("1", "10", "100", "1,000"), labels(Scales.logarithmic(1, 1000), 5));
    assertEquals(List.of("1", "2", "5", "10"), labels(Scales.logarithmic(1, 12), 5));
    assertEquals(0.5, Scales.logarithmic(1, 100).fraction(10), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> Scales.logarithmic(0, 1));
  }

  /** 2020-09-01 00:00 is 86,400 s after the origin. */
  @Test
  void calendarsHaveMidnights() {
    LocalDateTime origin = LocalDateTime.of(2020, 8, 31, 0, 0);
    Scale month = Scales.calendar(86_400, 31 * 86_400, origin);
    assertEquals(List.of("1 Sep", "8 Sep", "15 Sep", "22 Sep", "29 Sep"), labels(month, 6));
    assertEquals(86_400.0, month.ticks(6).getFirst().value());
    Scale day = Scales.calendar(86_400, 2 * 86_400, origin);
    assertEquals(List.of("1 Sep 00:00", "1 Sep 12:00", "2 Sep 00:00"), labels(day, 3));
  }

  @Test
  void namesStandInTheMiddleOfTheirPlaces() {
    List<Tick> ticks = Scales.names(List.of("a", "b")).ticks(9);
    assertEquals(List.of(new Tick(0.5, "a"), new Tick(1.5, "b")), ticks);
    assertEquals(1, Scales.names(List.of()).high());
  }

  @Test
  void equalOrUnknownEndsGiveAnAxisAllTheSame() {
    for (double value : new double[] {0, 3, -3, 1e-9, 1e12, Double.NaN}) {
      for (Scale scale : List.of(Scales.linear(value, value), Scales.duration(value, value))) {
        assertTrue(scale.high() > scale.low(), scale.toString());
        assertTrue(!scale.ticks(5).isEmpty(), scale.toString());
      }
    }
  }

  @Test
  void ticksAreInsideAscendingAndHaveDifferentLabels() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 2000; round++) {
      double low = random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-4, 9));
      double high = low + Math.pow(10, random.nextDouble(-3, 9));
      int most = random.nextInt(2, 12);
      check(Scales.linear(low, high), most);
      check(Scales.duration(low, high), most);
      check(Scales.logarithmic(high - low, 10 * (high - low)), most);
    }
  }

  private static void check(Scale scale, int most) {
    List<Tick> ticks = scale.ticks(most);
    double before = Double.NEGATIVE_INFINITY;
    for (Tick tick : ticks) {
      double fraction = scale.fraction(tick.value());
      assertTrue(fraction > -1e-6 && fraction < 1 + 1e-6, scale + " " + tick);
      assertTrue(tick.value() > before, scale + " " + ticks);
      before = tick.value();
    }
    List<String> labels = labels(scale, most);
    assertEquals(labels.size(), new HashSet<>(labels).size(), scale + " " + labels);
  }

  /** 1614816000 is 2021-03-04 00:00:00 UTC. */
  @Test
  void datesAreMarkedByTheClock() {
    double day = 1_614_816_000;
    assertEquals(
        List.of("2021-03-04 00:00", "2021-03-04 06:00", "2021-03-04 12:00"),
        labels(Scales.dates(day, day + 13 * 3600), 3));
    assertEquals(
        List.of("2021-03-04 00:00:00", "2021-03-04 00:00:05", "2021-03-04 00:00:10"),
        labels(Scales.dates(day, day + 12), 3));
    assertEquals(
        List.of("2021-04-01", "2021-07-01", "2021-10-01", "2022-01-01"),
        labels(Scales.dates(day, day + 330 * 86_400), 4));
    assertEquals(
        List.of("2022-01-01", "2023-01-01"), labels(Scales.dates(day, day + 900 * 86_400), 3));
    assertEquals(
        List.of("2025-01-01", "2030-01-01", "2035-01-01"),
        labels(Scales.dates(day, day + 5200 * 86_400), 4));
    assertEquals(
        List.of("1,614,816,000.0", "1,614,816,000.5", "1,614,816,001.0"),
        labels(Scales.dates(day, day + 1), 2));
  }

  @Test
  void nearNumbersAreToldApart() {
    for (double width : new double[] {1e-6, 1e-9, 1e-11}) {
      List<String> labels = labels(Scales.linear(1, 1 + width), 4);
      assertTrue(labels.size() > 1);
      assertEquals(labels.size(), new HashSet<>(labels).size(), labels.toString());
    }
    assertEquals(List.of("0", "2·10⁻¹²", "4·10⁻¹²"), labels(Scales.linear(0, 5e-12), 3));
  }
}
