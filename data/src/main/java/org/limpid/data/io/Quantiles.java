package org.limpid.data.io;

import java.util.Arrays;
import org.limpid.data.Quantile;

/**
 * The usual quantiles of a sample, each as {@link Quantile} defines it.
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
        Quantile.ofSorted(sorted, 0.1),
        Quantile.ofSorted(sorted, 0.25),
        Quantile.ofSorted(sorted, 0.5),
        Quantile.ofSorted(sorted, 0.75),
        Quantile.ofSorted(sorted, 0.9),
        Quantile.ofSorted(sorted, 0.99),
        sorted[sorted.length - 1]);
  }
}
