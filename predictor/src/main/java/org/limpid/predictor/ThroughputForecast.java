package org.limpid.predictor;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.limpid.data.Forecast;
import org.limpid.data.ThroughputSeries;

/** Makes forecasts of the load from models or from back-tests. */
public final class ThroughputForecast {
  private static final int SECONDS_PER_HOUR = 3600;

  private ThroughputForecast() {}

  /**
   * What two models expect in the slots that start at {@code from <= t < to}, nothing below 0.
   * Slots beyond the end of the series are there as far as both models have features: 50 minutes
   * with the reference's, an hour with the extended ones.
   *
   * @throws IllegalArgumentException if the models do not predict jobs and GPUs
   */
  public static Forecast of(
      ThroughputModel jobs, ThroughputModel gpus, ThroughputSeries series, long from, long to) {
    require(LoadTarget.JOBS, jobs.target());
    require(LoadTarget.GPUS, gpus.target());
    int end =
        Math.min(jobs.note().features().endSlot(series), gpus.note().features().endSlot(series));
    SlotRange range = SlotRange.of(series, from, to, end);
    return forecast(
        series, range, jobs.predict(series, range).values(), gpus.predict(series, range).values());
  }

  /**
   * What two back-tests of the same slots predicted: a forecast that at every slot knows only what
   * was known then.
   *
   * @throws IllegalArgumentException if they differ in range, or are not of jobs and GPUs
   */
  public static Forecast of(BackTestResult jobs, BackTestResult gpus, ThroughputSeries series) {
    require(LoadTarget.JOBS, jobs.target());
    require(LoadTarget.GPUS, gpus.target());
    if (jobs.firstSlot() != gpus.firstSlot() || jobs.size() != gpus.size()) {
      throw new IllegalArgumentException("expected back-tests of the same slots");
    }
    SlotRange range = new SlotRange(jobs.firstSlot(), jobs.firstSlot() + jobs.size());
    return forecast(series, range, jobs.predicted(), gpus.predicted());
  }

  /**
   * The rule of thumb that needs no model: for every slot that starts at {@code from <= t < to} the
   * mean of what was submitted until an hour before it, 0 where nothing was.
   */
  public static Forecast ofMeans(ThroughputSeries series, long from, long to) {
    int first = series.firstSlotFrom(from);
    int size = Math.max(0, series.firstSlotFrom(to) - first);
    long[] seconds = new long[size];
    Arrays.setAll(seconds, row -> series.seconds(first + row));
    int hour = SECONDS_PER_HOUR / series.slotSeconds();
    return new Forecast(
        seconds,
        meansSoFar(series::jobs, first - hour, size),
        meansSoFar(series::gpus, first - hour, size));
  }

  /** The means of the values before a position, and before those that follow. */
  private static double[] meansSoFar(IntToDoubleFunction values, int from, int size) {
    double[] means = new double[size];
    double sum = 0;
    int known = 0;
    for (int row = 0; row < size; row++) {
      while (known < from + row) {
        sum += values.applyAsDouble(known++);
      }
      means[row] = known > 0 ? sum / known : 0;
    }
    return means;
  }

  private static void require(LoadTarget expected, LoadTarget found) {
    if (found != expected) {
      throw new IllegalArgumentException("expected %s, found %s".formatted(expected, found));
    }
  }

  private static Forecast forecast(
      ThroughputSeries series, SlotRange range, double[] jobs, double[] gpus) {
    long[] seconds = new long[range.size()];
    Arrays.setAll(seconds, row -> series.seconds(range.from() + row));
    return new Forecast(seconds, notBelowZero(jobs), notBelowZero(gpus));
  }

  private static double[] notBelowZero(double[] values) {
    return Arrays.stream(values).map(value -> Math.max(0, value)).toArray();
  }
}
