package org.limpid.interpret.ebm.objective;

import org.limpid.interpret.model.RowOrder;

/** Weighted means and quantiles; weights of {@code null} mean that every row counts the same. */
final class Averages {
  private Averages() {}

  static double weight(double[] weights, int row) {
    return weights == null ? 1 : weights[row];
  }

  static double mean(double[] values, double[] weights) {
    double total = 0;
    double weight = 0;
    for (int i = 0; i < values.length; i++) {
      total += weight(weights, i) * values[i];
      weight += weight(weights, i);
    }
    return total / weight;
  }

  /** The smallest value at or below which lies at least this share of the weight. */
  static double quantile(double[] values, double[] weights, double share) {
    int[] order = RowOrder.by(values.length, row -> values[row]);
    double all = 0;
    for (int row : order) {
      all += weight(weights, row);
    }
    double below = 0;
    for (int row : order) {
      below += weight(weights, row);
      if (below >= share * all) {
        return values[row];
      }
    }
    return values[order[order.length - 1]];
  }

  static double meanAbsoluteDeviation(double[] values, double[] weights, double centre) {
    double total = 0;
    double weight = 0;
    for (int i = 0; i < values.length; i++) {
      total += weight(weights, i) * Math.abs(values[i] - centre);
      weight += weight(weights, i);
    }
    return total / weight;
  }
}
