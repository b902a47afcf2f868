package org.limpid.plots.accuracy;

/** Quantiles of numbers, defined as in {@link org.limpid.data.Quantile}. */
final class Quantiles {
  private Quantiles() {}

  /**
   * The p-quantile.
   *
   * @param sorted at least one value, ascending
   * @param p 0..1
   */
  static double ofSorted(double[] sorted, double p) {
    double place = p * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
