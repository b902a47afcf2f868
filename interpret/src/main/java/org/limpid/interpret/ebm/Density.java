package org.limpid.interpret.ebm;

import java.util.function.IntToDoubleFunction;
import org.limpid.interpret.binning.DistinctValues;

/** Histograms of the values of a feature, for pictures. */
final class Density {
  private static final int MOST_BARS = 1000;

  private Density() {}

  /**
   * Summary of a numeric feature. The number of bars follows Doane, "Aesthetic frequency
   * classifications", The American Statistician 30 (1976): {@code 1 + log2(n) + log2(1 + |g| / s)}
   * with the skewness {@code g} and its standard error {@code s}.
   *
   * @param distinct its values, at least one
   * @param value value of a row, {@code NaN} for missing
   * @param weights weight of each row, or {@code null}
   */
  static FeatureSummary summary(
      DistinctValues distinct, IntToDoubleFunction value, double[] weights, int rowCount) {
    double minimum = distinct.value(0);
    double maximum = distinct.value(distinct.size() - 1);
    int bars = minimum == maximum ? 1 : bars(distinct);
    double[] edges = new double[bars + 1];
    for (int i = 0; i <= bars; i++) {
      double share = (double) i / bars;
      edges[i] = minimum * (1 - share) + maximum * share;
    }
    edges[bars] = maximum;
    double[] density = new double[bars];
    for (int row = 0; row < rowCount; row++) {
      double found = value.applyAsDouble(row);
      if (!Double.isNaN(found)) {
        double place = (found / 2 - minimum / 2) / (maximum / 2 - minimum / 2) * bars;
        int bar = minimum == maximum ? 0 : Math.clamp((long) place, 0, bars - 1);
        density[bar] += weights == null ? 1 : weights[row];
      }
    }
    return new FeatureSummary(minimum, maximum, distinct.size(), edges, density);
  }

  private static int bars(DistinctValues distinct) {
    long count = 0;
    double mean = 0;
    for (int i = 0; i < distinct.size(); i++) {
      count += distinct.count(i);
      mean += (distinct.value(i) - mean) * distinct.count(i) / count;
    }
    double second = 0;
    double third = 0;
    for (int i = 0; i < distinct.size(); i++) {
      double difference = distinct.value(i) - mean;
      second += distinct.count(i) * difference * difference;
      third += distinct.count(i) * difference * difference * difference;
    }
    double skewness = third / count / Math.pow(second / count, 1.5);
    double error = Math.sqrt(6.0 * (count - 2) / ((count + 1.0) * (count + 3.0)));
    double bars = 1 + log2(count) + (count > 2 ? log2(1 + Math.abs(skewness) / error) : 0);
    return Double.isFinite(bars) ? (int) Math.min(MOST_BARS, Math.ceil(bars)) : 1;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
