package org.limpid.adaptation.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private static Schedule after(int episodes, double temperature) {
    return Schedule.after(LearningRules.PUBLISHED.withTemperature(temperature), episodes);
  }

  /** The logs of the artifact end with this rate: 1e-4 x .99^150. */
  @Test
  void theRateFallsEvery500Episodes() {
    assertEquals(1e-4, after(499, 1).learningRate());
    assertEquals(.99e-4, after(500, 1).learningRate(), 1e-15);
    assertEquals(2.2145e-5, after(75_000, 1).learningRate(), 5e-10);
  }

  /** Below 1e-9 it stays: ln(1e-5) / ln(.99) is 1145.5. */
  @Test
  void theRateHasABound() {
    assertEquals(1e-4 * Math.pow(.99, 1146), after(1_000_000, 1).learningRate(), 1e-20);
  }

  @Test
  void theTemperatureFallsEveryEpisodeToOne() {
    assertEquals(1, after(1, 1).temperature());
    assertEquals(10 * .9 * .9, after(2, 10).temperature(), 1e-12);
    assertEquals(1, after(22, 10).temperature());
  }
}
