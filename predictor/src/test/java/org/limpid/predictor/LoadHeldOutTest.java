package org.limpid.predictor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.Forecast;
import org.limpid.data.ThroughputSeries;
import org.limpid.interpret.evaluate.HeldOut;

final class LoadHeldOutTest {
  /** Slot i has i jobs and 2 i GPUs. */
  private static final ThroughputSeries SERIES =
      SeriesMaker.of(
          IntStream.range(0, 12).mapToDouble(i -> i).toArray(),
          IntStream.range(0, 12).mapToDouble(i -> 2 * i).toArray());

  /**
   * An hour is six slots: before slot 8 those of 0 and 1 are known, their mean is 0.5; before slot
   * 9 also that of 2, the mean is 1.
   */
  @Test
  void meansKnowNothingOfTheLastHour() {
    Forecast forecast =
        new Forecast(new long[] {4800, 5400}, new double[] {7, 9}, new double[] {20, 20});
    HeldOut jobs = LoadHeldOut.of(LoadTarget.JOBS, SERIES, forecast);
    HeldOut gpus = LoadHeldOut.of(LoadTarget.GPUS, SERIES, forecast);

    assertEquals("load-jobs", jobs.model());
    assertArrayEquals(new double[] {8, 9}, jobs.actual());
    assertArrayEquals(new double[] {7, 9}, jobs.predicted());
    assertArrayEquals(new double[] {0.5, 1}, jobs.baseline());
    assertArrayEquals(new double[] {16, 18}, gpus.actual());
    assertArrayEquals(new double[] {1, 2}, gpus.baseline());
  }

  @Test
  void atFirstNothingIsKnown() {
    Forecast means = ThroughputForecast.ofMeans(SERIES, 0, 4800);

    assertEquals(8, means.size());
    assertEquals(0, means.jobs(6));
    assertEquals(0, means.jobs(7)); // slot 0 has no jobs
    assertEquals(0, ThroughputForecast.ofMeans(SERIES, 4800, 4800).size());
  }
}
