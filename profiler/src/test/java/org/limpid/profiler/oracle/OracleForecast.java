package org.limpid.profiler.oracle;

import java.util.function.IntToDoubleFunction;
import org.limpid.data.Forecast;

/** What Lucid reads in a forecast: means over the next few rows. */
final class OracleForecast {
  private static final int ROWS = 5;
  private static final double NOTHING_LEFT = -1;

  private final Forecast forecast;
  private boolean foundNothingLeft;

  OracleForecast(Forecast forecast) {
    this.forecast = forecast;
  }

  /** Mean GPUs asked for in the next rows; -1 when no row is left. */
  double meanGpus(long now) {
    return hasRowsAfter(now) ? mean(now, forecast::gpus) : NOTHING_LEFT;
  }

  /** Mean jobs submitted in the next rows. */
  double meanJobs(long now) {
    return mean(now, forecast::jobs);
  }

  /** Whether this is the first question that finds all rows of a forecast with rows in the past. */
  boolean firstFindsNothingLeft(long now) {
    boolean first = forecast.size() > 0 && !hasRowsAfter(now) && !foundNothingLeft;
    foundNothingLeft |= first;
    return first;
  }

  boolean hasRowsAfter(long now) {
    return forecast.size() > 0 && forecast.seconds(forecast.size() - 1) > now;
  }

  private double mean(long now, IntToDoubleFunction column) {
    double sum = 0;
    int rows = 0;
    for (int row = firstAfter(now); row < forecast.size() && rows < ROWS; row++) {
      sum += column.applyAsDouble(row);
      rows++;
    }
    return sum / rows;
  }

  private int firstAfter(long now) {
    int row = 0;
    while (forecast.seconds(row) <= now) {
      row++;
    }
    return row;
  }
}
