package org.limpid.simulation.policy;

import java.util.function.IntToDoubleFunction;
import org.limpid.data.Forecast;

/** Mean of the next rows of a forecast. */
public final class ForecastWindow {
  /** Rows of ten minutes each, as in the published artifact. */
  private static final int ROWS = 5;

  private ForecastWindow() {}

  /** Mean of the jobs per slot over the next five rows strictly after {@code now}; -1: no row. */
  public static double meanJobs(Forecast forecast, long now) {
    return mean(forecast, now, forecast::jobs);
  }

  /** Mean of the GPUs per slot over the next five rows strictly after {@code now}; -1: no row. */
  public static double meanGpus(Forecast forecast, long now) {
    return mean(forecast, now, forecast::gpus);
  }

  /** The first second in which a row of a forecast is among the next five. */
  public static long firstSecondOf(int row, Forecast forecast) {
    return row < ROWS ? Long.MIN_VALUE : forecast.seconds(row - ROWS);
  }

  /** Adds from left to right, then divides: some means lie exactly on a threshold. */
  private static double mean(Forecast forecast, long now, IntToDoubleFunction value) {
    int from = forecast.firstRowAfter(now);
    int to = Math.min(from + ROWS, forecast.size());
    double sum = 0;
    for (int row = from; row < to; row++) {
      sum += value.applyAsDouble(row);
    }
    return from == to ? -1 : sum / (to - from);
  }
}
