package org.limpid.simulation.metrics;

import java.util.Arrays;
import org.limpid.data.Quantile;

/**
 * Mean and quantiles of times. All are NaN for no values.
 *
 * <p>Quantiles are those of {@link Quantile}.
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
        Quantile.ofSorted(sorted, 0.5),
        Quantile.ofSorted(sorted, 0.99),
        Quantile.ofSorted(sorted, 0.999));
  }

  /**
   * The same of times that need not be whole.
   *
   * @param seconds values in any order; not changed
   */
  public static Distribution of(double[] seconds) {
    if (seconds.length == 0) {
      return of(new long[0]);
    }
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (double value : sorted) {
      sum += value;
    }
    return new Distribution(
        sum / sorted.length,
        Quantile.ofSorted(sorted, 0.5),
        Quantile.ofSorted(sorted, 0.99),
        Quantile.ofSorted(sorted, 0.999));
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }
}
