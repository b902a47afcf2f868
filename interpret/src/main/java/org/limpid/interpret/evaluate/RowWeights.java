package org.limpid.interpret.evaluate;

import java.util.Arrays;

/** How much each row counts in a metric. */
final class RowWeights {
  private RowWeights() {}

  /** Rows that all count the same. */
  static double[] equal(int rowCount) {
    double[] weights = new double[rowCount];
    Arrays.fill(weights, 1);
    return weights;
  }

  static double total(double[] weights) {
    return Arrays.stream(weights).sum();
  }

  /**
   * Checks weights.
   *
   * @throws IllegalArgumentException if there is not one for each row, finite and not negative
   */
  static void check(double[] weights, int rowCount) {
    if (weights.length != rowCount) {
      throw new IllegalArgumentException(
          "expected %d weights, found %d".formatted(rowCount, weights.length));
    }
    for (double weight : weights) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("expected a weight of 0 or more, found " + weight);
      }
    }
  }
}
