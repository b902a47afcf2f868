package org.limpid.data;

/**
 * Quantiles by linear interpolation: with n ascending values x, the p-quantile lies at {@code h = p
 * (n - 1)} and is {@code x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h])}. This is
 * definition 7 of Hyndman and Fan, "Sample quantiles in statistical packages" (1996), the default
 * of NumPy and R.
 */
public final class Quantile {
  private Quantile() {}

  /**
   * The p-quantile.
   *
   * @param sorted at least one value, ascending
   * @param p 0..1
   * @throws IllegalArgumentException if there is no value or p is out of range
   */
  public static double ofSorted(long[] sorted, double p) {
    requireValid(sorted.length, p);
    double place = p * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** The same of numbers that need not be whole. */
  public static double ofSorted(double[] sorted, double p) {
    requireValid(sorted.length, p);
    double place = p * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static void requireValid(int count, double p) {
    if (count == 0 || !(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "expected at least one value and p from 0 to 1, found %d values and p = %s"
              .formatted(count, p));
    }
  }
}
