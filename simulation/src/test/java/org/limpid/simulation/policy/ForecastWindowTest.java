package org.limpid.simulation.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.limpid.data.Forecast;

class ForecastWindowTest {
  private static final Forecast SEVEN_ROWS =
      new Forecast(
          new long[] {0, 600, 1200, 1800, 2400, 3000, 3600},
          new double[] {1, 2, 4, 8, 16, 32, 64},
          new double[] {10, 20, 30, 40, 50, 60, 70});

  /** At 600 the row of 600 has passed: 4 + 8 + 16 + 32 + 64 = 124 are left. */
  @Test
  void takesFiveRowsStrictlyAfterNow() {
    assertEquals(62 / 5.0, ForecastWindow.meanJobs(SEVEN_ROWS, 599));
    assertEquals(124 / 5.0, ForecastWindow.meanJobs(SEVEN_ROWS, 600));
    assertEquals(40, ForecastWindow.meanGpus(SEVEN_ROWS, 599));
  }

  @Test
  void takesFewerRowsWhenFewerAreLeft() {
    assertEquals(48, ForecastWindow.meanJobs(SEVEN_ROWS, 2400));
    assertEquals(70, ForecastWindow.meanGpus(SEVEN_ROWS, 3599));
  }

  @Test
  void noRowIsMinusOne() {
    assertEquals(-1, ForecastWindow.meanJobs(SEVEN_ROWS, 3600));
    assertEquals(-1, ForecastWindow.meanGpus(Forecast.EMPTY, 0));
  }

  /** From left to right these add up to 10 exactly; from right to left a little more comes out. */
  @Test
  void addsFromLeftToRight() {
    double[] jobs = {1.8, 1.7, 2.2, 2.1, 2.2};
    double backwards = jobs[4] + jobs[3] + jobs[2] + jobs[1] + jobs[0];
    Forecast forecast = new Forecast(new long[] {1, 2, 3, 4, 5}, jobs, new double[5]);
    assertEquals(2.0, ForecastWindow.meanJobs(forecast, 0));
    assertEquals(2.0000000000000004, backwards / 5);
  }
}
