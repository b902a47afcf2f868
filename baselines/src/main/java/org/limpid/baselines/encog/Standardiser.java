package org.limpid.baselines.encog;

import java.util.Arrays;
import org.limpid.baselines.method.Design;

/**
 * Shifts and scales each column to a weighted mean of 0 and a deviation of 1; a constant column
 * becomes 0.
 */
final class Standardiser {
  private final double[] means;
  private final double[] deviations;

  private Standardiser(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  /** One that changes nothing. */
  static Standardiser none(int width) {
    double[] ones = new double[width];
    Arrays.fill(ones, 1);
    return new Standardiser(new double[width], ones);
  }

  static Standardiser of(double[][] rows, Design design) {
    int width = rows[0].length;
    double[] means = new double[width];
    double[] squares = new double[width];
    double total = 0;
    for (int i = 0; i < rows.length; i++) {
      double weight = design.weight(i);
      total += weight;
      for (int j = 0; weight > 0 && j < width; j++) {
        double before = rows[i][j] - means[j];
        means[j] += before * weight / total;
        squares[j] += weight * before * (rows[i][j] - means[j]);
      }
    }
    double weights = total;
    double[] deviations =
        Arrays.stream(squares).map(square -> Math.sqrt(square / weights)).toArray();
    return new Standardiser(means, deviations);
  }

  double[] apply(double[] row) {
    double[] standard = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      standard[j] = deviations[j] > 0 ? (row[j] - means[j]) / deviations[j] : 0;
    }
    return standard;
  }

  double[] invert(double[] standard) {
    double[] row = new double[standard.length];
    for (int j = 0; j < row.length; j++) {
      row[j] = means[j] + standard[j] * deviations[j];
    }
    return row;
  }
}
