package org.limpid.interpret.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far predicted numbers are from the true ones. Rows count the same, or by weights: a row of
 * weight 3 counts like three equal rows. All functions give {@code NaN} without rows of positive
 * weight and where any number is {@code NaN}; sums run in the order of the rows.
 */
public final class RegressionMetrics {
  private RegressionMetrics() {}

  /** Mean absolute error: mean of |truth - predicted|; 0 is best. */
  public static double meanAbsoluteError(double[] truth, double[] predicted) {
    return meanAbsoluteError(truth, predicted, RowWeights.equal(truth.length));
  }

  /** The weighted mean absolute error: sum of w |truth - predicted| / sum of w. */
  public static double meanAbsoluteError(double[] truth, double[] predicted, double[] weights) {
    RowWeights.check(weights, truth.length, predicted.length);
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += weights[i] * Math.abs(truth[i] - predicted[i]);
    }
    return sum / RowWeights.total(weights);
  }

  /** Root of the mean of (truth - predicted)^2; 0 is best. */
  public static double rootMeanSquaredError(double[] truth, double[] predicted) {
    return rootMeanSquaredError(truth, predicted, RowWeights.equal(truth.length));
  }

  /** The weighted root mean squared error: root of sum of w (truth - predicted)^2 / sum of w. */
  public static double rootMeanSquaredError(double[] truth, double[] predicted, double[] weights) {
    RowWeights.check(weights, truth.length, predicted.length);
    return Math.sqrt(squaredError(truth, predicted, weights) / RowWeights.total(weights));
  }

  private static double squaredError(double[] truth, double[] predicted, double[] weights) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += weights[i] * (truth[i] - predicted[i]) * (truth[i] - predicted[i]);
    }
    return sum;
  }

  /**
   * Share of the variance that is explained: 1 - sum of (truth - predicted)^2 / sum of (truth -
   * mean of truth)^2. 1 is best, 0 is as good as the mean, below 0 is worse; {@code NaN} when the
   * truth is constant, which includes a single row.
   */
  public static double r2(double[] truth, double[] predicted) {
    return r2(truth, predicted, RowWeights.equal(truth.length));
  }

  /** The same with every sum and the mean weighted. */
  public static double r2(double[] truth, double[] predicted, double[] weights) {
    RowWeights.check(weights, truth.length, predicted.length);
    if (isConstant(truth, weights)) {
      return Double.NaN;
    }
    double[] mean = new double[truth.length];
    Arrays.fill(mean, mean(truth, weights));
    return 1 - squaredError(truth, predicted, weights) / squaredError(truth, mean, weights);
  }

  private static double mean(double[] values, double[] weights) {
    double sum = IntStream.range(0, values.length).mapToDouble(i -> weights[i] * values[i]).sum();
    return sum / RowWeights.total(weights);
  }

  private static boolean isConstant(double[] values, double[] weights) {
    return IntStream.range(0, values.length)
            .filter(i -> weights[i] > 0)
            .mapToDouble(i -> values[i] + 0.0)
            .distinct()
            .limit(2)
            .count()
        < 2;
  }

  /**
   * Spearman's rank correlation: Pearson's correlation of the ranks, where equal numbers share the
   * mean of their ranks. From -1 to 1; {@code NaN} when either side is constant, which includes a
   * single row.
   */
  public static double spearman(double[] truth, double[] predicted) {
    return spearman(truth, predicted, RowWeights.equal(truth.length));
  }

  /**
   * The same with weights: the rank of a number is the weight of all below it plus half that of its
   * equals, and the correlation of the ranks is weighted.
   */
  public static double spearman(double[] truth, double[] predicted, double[] weights) {
    RowWeights.check(weights, truth.length, predicted.length);
    if (hasNaN(truth)
        || hasNaN(predicted)
        || isConstant(truth, weights)
        || isConstant(predicted, weights)) {
      return Double.NaN;
    }
    return pearson(RowWeights.ranks(truth, weights), RowWeights.ranks(predicted, weights), weights);
  }

  static boolean hasNaN(double[] values) {
    return Arrays.stream(values).anyMatch(Double::isNaN);
  }

  /** Correlation of ranks, whose mean is half the total weight. */
  private static double pearson(double[] a, double[] b, double[] weights) {
    double mean = RowWeights.total(weights) / 2;
    double product = 0;
    double squaresOfA = 0;
    double squaresOfB = 0;
    for (int i = 0; i < a.length; i++) {
      product += weights[i] * (a[i] - mean) * (b[i] - mean);
      squaresOfA += weights[i] * (a[i] - mean) * (a[i] - mean);
      squaresOfB += weights[i] * (b[i] - mean) * (b[i] - mean);
    }
    return product / Math.sqrt(squaresOfA) / Math.sqrt(squaresOfB);
  }
}
