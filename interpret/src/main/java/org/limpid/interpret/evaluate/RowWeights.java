package org.limpid.interpret.evaluate;

import java.util.Arrays;
import org.limpid.interpret.model.RowOrder;

/** How much each row counts in a metric. */
final class RowWeights {
  private RowWeights() {}

  static double[] equal(int rowCount) {
    double[] weights = new double[rowCount];
    Arrays.fill(weights, 1);
    return weights;
  }

  static double total(double[] weights) {
    return Arrays.stream(weights).sum();
  }

  /**
   * Throws an {@link IllegalArgumentException} unless there is a weight for each row, finite and
   * not negative.
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

  /** The same, unless there is a prediction for each row, too. */
  static void check(double[] weights, int rowCount, int predictionCount) {
    if (rowCount != predictionCount) {
      throw new IllegalArgumentException(
          "expected %d predictions, found %d".formatted(rowCount, predictionCount));
    }
    check(weights, rowCount);
  }

  /**
   * The weight of all numbers below each, plus half the weight of those equal to it, itself
   * included: with weights of 1 the usual rank, of which equal numbers share the mean, less a half.
   * 0 and -0 are equal; {@code NaN} is not allowed.
   */
  static double[] ranks(double[] values, double[] weights) {
    int[] order = RowOrder.by(values.length, i -> values[i] + 0.0);
    double[] ranks = new double[values.length];
    double below = 0;
    for (int from = 0; from < order.length; ) {
      double equal = 0;
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        equal += weights[order[to++]];
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = below + equal / 2;
      }
      below += equal;
      from = to;
    }
    return ranks;
  }
}
