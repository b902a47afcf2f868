package org.limpid.interpret.evaluate;

import java.util.Arrays;

/**
 * How far predicted numbers are from the true ones. Every row counts the same. All functions give
 * {@code NaN} without rows and where any number is {@code NaN}; sums run in the order of the rows.
 */
public final class RegressionMetrics {
  private RegressionMetrics() {}

  /** Mean absolute error: mean of |truth - predicted|; 0 is best. */
  public static double meanAbsoluteError(double[] truth, double[] predicted) {
    check(truth, predicted);
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += Math.abs(truth[i] - predicted[i]);
    }
    return sum / truth.length;
  }

  /** Root of the mean of (truth - predicted)^2; 0 is best. */
  public static double rootMeanSquaredError(double[] truth, double[] predicted) {
    check(truth, predicted);
    return Math.sqrt(squaredError(truth, predicted) / truth.length);
  }

  private static double squaredError(double[] truth, double[] predicted) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += (truth[i] - predicted[i]) * (truth[i] - predicted[i]);
    }
    return sum;
  }

  /**
   * Share of the variance that is explained: 1 - sum of (truth - predicted)^2 / sum of (truth -
   * mean of truth)^2. 1 is best, 0 is as good as the mean, below 0 is worse; {@code NaN} when the
   * truth is constant, which includes a single row.
   */
  public static double r2(double[] truth, double[] predicted) {
    check(truth, predicted);
    if (isConstant(truth)) {
      return Double.NaN;
    }
    double[] mean = new double[truth.length];
    Arrays.fill(mean, Arrays.stream(truth).average().orElse(Double.NaN));
    return 1 - squaredError(truth, predicted) / squaredError(truth, mean);
  }

  private static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  /**
   * Spearman's rank correlation: Pearson's correlation of the ranks, where equal numbers share the
   * mean of their ranks. From -1 to 1; {@code NaN} when either side is constant, which includes a
   * single row.
   */
  public static double spearman(double[] truth, double[] predicted) {
    check(truth, predicted);
    if (hasNaN(truth) || hasNaN(predicted) || isConstant(truth) || isConstant(predicted)) {
      return Double.NaN;
    }
    return pearson(Ranks.of(truth), Ranks.of(predicted));
  }

  static boolean hasNaN(double[] values) {
    return Arrays.stream(values).anyMatch(Double::isNaN);
  }

  /** Correlation of ranks, whose mean is (n + 1) / 2. */
  private static double pearson(double[] a, double[] b) {
    double mean = (a.length + 1) / 2.0;
    double product = 0;
    double squaresOfA = 0;
    double squaresOfB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - mean) * (b[i] - mean);
      squaresOfA += (a[i] - mean) * (a[i] - mean);
      squaresOfB += (b[i] - mean) * (b[i] - mean);
    }
    return product / Math.sqrt(squaresOfA) / Math.sqrt(squaresOfB);
  }

  private static void check(double[] truth, double[] predicted) {
    if (truth.length != predicted.length) {
      throw new IllegalArgumentException(
          "expected %d predictions, found %d".formatted(truth.length, predicted.length));
    }
  }
}
