package org.limpid.interpret.linear;

import java.util.OptionalInt;

/**
 * A column of numbers that a linear model is fitted to, standardised: (value - mean) / deviation.
 *
 * @param feature position of the feature
 * @param category position of the category that the column is 1 for; empty for a number
 * @param mean weighted mean of the rows that have a value
 * @param deviation weighted standard deviation over all rows; 0 where the column is constant
 * @param values standardised values, one per row; 0 where missing, and everywhere when constant
 */
record DesignColumn(
    int feature, OptionalInt category, double mean, double deviation, double[] values) {

  boolean isConstant() {
    return deviation == 0;
  }

  /** A column of a feature's own numbers; {@code NaN} is missing. */
  static DesignColumn of(int feature, OptionalInt category, double[] raw, double[] weights) {
    double mean = mean(raw, weights);
    double squares = 0;
    double total = 0;
    for (int row = 0; row < raw.length; row++) {
      double difference = Double.isNaN(raw[row]) ? 0 : raw[row] - mean;
      squares += weights[row] * difference * difference;
      total += weights[row];
    }
    double deviation = isConstant(raw, weights) ? 0 : Math.sqrt(squares / total);
    double[] values = new double[raw.length];
    for (int row = 0; row < raw.length; row++) {
      boolean counts = deviation > 0 && !Double.isNaN(raw[row]);
      values[row] = counts ? (raw[row] - mean) / deviation : 0;
    }
    return new DesignColumn(feature, category, mean, deviation, values);
  }

  private static double mean(double[] raw, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int row = 0; row < raw.length; row++) {
      if (!Double.isNaN(raw[row])) {
        sum += weights[row] * raw[row];
        total += weights[row];
      }
    }
    return total > 0 ? sum / total : 0;
  }

  /** Whether all rows that count have one value: told by the values, which rounding spares. */
  private static boolean isConstant(double[] raw, double[] weights) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < raw.length; row++) {
      if (weights[row] > 0 && !Double.isNaN(raw[row])) {
        lowest = Math.min(lowest, raw[row]);
        highest = Math.max(highest, raw[row]);
      }
    }
    return lowest >= highest;
  }
}
