package org.limpid.simulation.policy.lucid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.Forecast;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.ForecastWindow;
import org.limpid.simulation.policy.Values;

class SharingSwitchTest {
  private static Forecast every600Seconds(double... jobs) {
    long[] seconds = IntStream.rangeClosed(1, jobs.length).mapToLong(row -> 600L * row).toArray();
    return new Forecast(seconds, jobs, new double[jobs.length]);
  }

  private static SharingSwitch predicted(Forecast forecast, long start) {
    return SharingSwitch.of(SharingMode.PREDICTED, forecast, start);
  }

  /** The five rows after second 0 add up to exactly 10, those after 600 to 10.1. */
  @Test
  void meanOfExactlyTwoIsFew() {
    SharingSwitch sharing = predicted(every600Seconds(1.8, 1.7, 2.2, 2.1, 2.2, 1.9), 0);
    assertFalse(sharing.isOn(0));
    assertFalse(sharing.isOn(599));
    assertTrue(sharing.isOn(600));
    assertEquals(600, sharing.nextMove(0));
  }

  /** Rows 3, 1, 1: mean 1.67 at 0, then 1 at 600 and 1200; at 1800 no row is left. */
  @Test
  void isOnWhenNoRowIsLeft() {
    SharingSwitch sharing = predicted(every600Seconds(3, 1, 1), 0);
    assertFalse(sharing.isOn(1799));
    assertTrue(sharing.isOn(1800));
    assertEquals(1800, sharing.nextMove(0));
    assertEquals(Partition.NEVER, sharing.nextMove(1800));
  }

  /** Many jobs are expected from the start, but the first look is at 100. */
  @Test
  void startsOffUntilTheFirstLook() {
    SharingSwitch sharing = predicted(every600Seconds(9, 9, 9), 30);
    assertFalse(sharing.isOn(30));
    assertFalse(sharing.isOn(99));
    assertTrue(sharing.isOn(100));
    assertEquals(100, sharing.nextMove(30));
    assertTrue(predicted(every600Seconds(9, 9, 9), 0).isOn(0));
  }

  /** The row of 650 passes at 650, but that is seen at 700. */
  @Test
  void movesOnlyAtFullHundreds() {
    Forecast forecast = new Forecast(new long[] {650, 3000}, new double[] {1, 9}, new double[2]);
    SharingSwitch sharing = predicted(forecast, 600);
    assertTrue(sharing.isOn(600));
    Forecast quiet = new Forecast(new long[] {650, 3000}, new double[] {9, 1}, new double[2]);
    SharingSwitch calming = predicted(quiet, 600);
    assertTrue(calming.isOn(699));
    assertFalse(calming.isOn(700));
    assertEquals(700, calming.nextMove(600));
    assertEquals(3000, calming.nextMove(700));
  }

  @Test
  void otherModesNeverMove() {
    Forecast forecast = every600Seconds(1, 9, 1, 9);
    SharingSwitch always = SharingSwitch.of(SharingMode.ALWAYS, forecast, 0);
    SharingSwitch never = SharingSwitch.of(SharingMode.NEVER, forecast, 0);
    for (long second = 0; second < 3000; second += 50) {
      assertTrue(always.isOn(second));
      assertFalse(never.isOn(second));
    }
    assertEquals(Partition.NEVER, always.nextMove(0));
    assertEquals(Partition.NEVER, never.nextMove(0));
  }

  /** Against looking at the forecast in every second divisible by 100. */
  @Test
  void equalsLookingEveryHundredSeconds() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      double[] jobs = random.doubles(random.nextInt(12), 1.5, 2.5).toArray();
      Forecast forecast = every600Seconds(jobs);
      long start = random.nextInt(500);
      SharingSwitch sharing = predicted(forecast, start);
      boolean on = false;
      for (long second = start; second < 9000; second++) {
        boolean before = on;
        if (second % 100 == 0) {
          double mean = ForecastWindow.meanJobs(forecast, second);
          on = mean > 2 || mean == -1;
        }
        assertEquals(on, sharing.isOn(second), "second " + second);
        if (on != before && second > start) {
          assertEquals(second, sharing.nextMove(second - 1));
        }
      }
    }
  }

  @Test
  void modesAreFoundByTheirNames() {
    Values.Choice<SharingMode> modes = (Values.Choice<SharingMode>) LucidSettings.SHARING.values();
    for (SharingMode mode : SharingMode.values()) {
      assertEquals(mode, modes.byName().get(mode.label()));
    }
    assertEquals(List.of("predicted", "always", "never"), List.copyOf(modes.byName().keySet()));
  }
}
