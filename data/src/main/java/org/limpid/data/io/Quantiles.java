package org.limpid.data.io;

import java.util.Arrays;

/**
 * Quantiles of a sample, by linear interpolation between the order statistics: with n values
 * ascending from x[0], the p-quantile is at h = p (n - 1), that is x[floor h] + (h - floor h)
 * (x[floor h + 1] - x[floor h]). It is definition 7 of Hyndman and Fan (1996), the default of NumPy
 * and R.
 *
 * @param min smallest value
 * @param p10 0.1-quantile
 * @param p25 0.25-quantile
 * @param median 0.5-quantile
 * @param p75 0.75-quantile
 * @param p90 0.9-quantile
 * @param p99 0.99-quantile
 * @param max largest value
 */
public record Quantiles(
    double min,
    double p10,
    double p25,
    double median,
    double p75,
    double p90,
    double p99,
    double max) {
  /**
   * Quantiles of at least one value.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Quantiles of(long[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("there are no quantiles of no values");
    }
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quantiles(
        sorted[0],
        at(sorted, 0.1),
        at(sorted, 0.25),
        at(sorted, 0.5),
        at(sorted, 0.75),
        at(sorted, 0.9),
        at(sorted, 0.99),
        sorted[sorted.length - 1]);
  }

  private static double at(long[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
