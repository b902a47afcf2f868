package org.limpid.simulation.metrics;

import java.util.Arrays;

/**
 * Mean and quantiles of times. All are NaN for no values.
 *
 * <p>The p-quantile of n ascending values x lies at {@code h = p (n - 1)} and is interpolated
 * linearly between {@code x[floor h]} and {@code x[ceil h]} (definition 7 of Hyndman and Fan, 1996;
 * the default of NumPy).
 *
 * @param mean arithmetic mean, seconds
 * @param median 0.5-quantile, seconds
 * @param p99 0.99-quantile, seconds
 * @param p999 0.999-quantile, seconds
 */
public record Distribution(double mean, double median, double p99, double p999) {
  /**
   * @param seconds values in any order; not changed
   */
  public static Distribution of(long[] seconds) {
    if (seconds.length == 0) {
      return new Distribution(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    long[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return new Distribution(
        (double) sum(sorted) / sorted.length,
        quantile(sorted, 0.5),
        quantile(sorted, 0.99),
        quantile(sorted, 0.999));
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  private static double quantile(long[] sorted, double p) {
    double place = p * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
