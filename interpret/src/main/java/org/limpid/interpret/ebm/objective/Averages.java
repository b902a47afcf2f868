package org.limpid.interpret.ebm.objective;

import org.limpid.interpret.model.RowOrder;

/** Weighted means and quantiles; weights of {@code null} mean that every row counts the same. */
final class Averages {
  /** Beyond this a single-precision hessian would overflow. */
  private static final double HIGHEST_SCORE = 60;

  private static final double SMALLEST_MEAN = 1e-12;

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

  static double logOfMean(double[] targets, double[] weights) {
    return Math.log(Math.max(SMALLEST_MEAN, mean(targets, weights)));
  }

  /** e to the power of a score that is kept in bounds. */
  static double exponential(double score) {
    return Math.exp(Math.clamp(score, -HIGHEST_SCORE, HIGHEST_SCORE));
  }
}
