package org.limpid.data;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * Quantiles by linear interpolation: with n ascending values x, the p-quantile lies at {@code h = p
 * (n - 1)} and is {@code x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h])}. This is
 * definition 7 of Hyndman and Fan, "Sample quantiles in statistical packages" (1996), the default
 * of NumPy and R; Commons Statistics computes it.
 */
public final class Quantile {
  private static final org.apache.commons.statistics.descriptive.Quantile LINEAR =
      org.apache.commons.statistics.descriptive.Quantile.withDefaults().with(EstimationMethod.HF7);

  private static final Median MEDIAN = Median.withDefaults().withCopy(false);

  private Quantile() {}

  /**
   * The p-quantile.
   *
   * @param sorted at least one value, ascending
   * @param p 0..1
   * @throws IllegalArgumentException if there is no value or p is out of range
   */
  public static double ofSorted(long[] sorted, double p) {
    return ofSorted(sorted.length, i -> sorted[i], p);
  }

  /** The same of numbers that need not be whole. */
  public static double ofSorted(double[] sorted, double p) {
    return ofSorted(sorted.length, i -> sorted[i], p);
  }

  private static double ofSorted(int count, IntToDoubleFunction sorted, double p) {
    requireValid(count, p);
    return LINEAR.evaluate(count, sorted, p);
  }

  private static void requireValid(int count, double p) {
    if (count == 0 || !(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "expected at least one value and p from 0 to 1, found %d values and p = %s"
              .formatted(count, p));
    }
  }

  /**
   * The middle one of some values, or the mean of the two in the middle; NaN if there is none.
   *
   * @param values in any order, which may be another one afterwards
   */
  public static double median(double[] values) {
    return median(values, values.length);
  }

  /** The same of the first values of an array. */
  public static double median(double[] values, int count) {
    return MEDIAN.evaluateRange(values, 0, count);
  }
}
