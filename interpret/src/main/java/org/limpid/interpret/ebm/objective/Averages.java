package org.limpid.interpret.ebm.objective;

import java.util.stream.IntStream;

/** Weighted means and quantiles. */
final class Averages {
  private Averages() {}

  static double mean(double[] values, double[] weights) {
    double total = 0;
    double weight = 0;
    for (int i = 0; i < values.length; i++) {
      total += weights[i] * values[i];
      weight += weights[i];
    }
    return total / weight;
  }

  /** The smallest value at or below which lies at least this share of the weight. */
  static double quantile(double[] values, double[] weights, double share) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double all = 0;
    for (double weight : weights) {
      all += weight;
    }
    double below = 0;
    for (int row : order) {
      below += weights[row];
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
      total += weights[i] * Math.abs(values[i] - centre);
      weight += weights[i];
    }
    return total / weight;
  }
}
