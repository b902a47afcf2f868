package org.limpid.baselines.lime;

/**
 * The linear function with the least weighted squares of its errors: the value where all
 * coordinates are 0, and a slope per coordinate. A trace of ridge regularisation (a millionth of
 * the total weight) keeps it unique where columns are constant or depend on each other.
 */
record WeightedLine(double intercept, double[] slopes) {
  private static final double RIDGE = 1e-6;

  /** Fits the columns that are named by their positions; all others have the slope 0. */
  static WeightedLine fit(double[][] points, double[] values, double[] weights, int[] columns) {
    double total = 0;
    double[] means = new double[columns.length + 1];
    for (int i = 0; i < points.length; i++) {
      total += weights[i];
      for (int a = 0; a <= columns.length; a++) {
        means[a] += weights[i] * at(points, values, i, columns, a);
      }
    }
    for (int a = 0; a < means.length; a++) {
      means[a] /= total;
    }
    double[][] system = new double[columns.length][columns.length + 1];
    for (int i = 0; i < points.length; i++) {
      for (int a = 0; a < columns.length; a++) {
        double deviation = weights[i] * (points[i][columns[a]] - means[a]);
        for (int b = 0; b <= columns.length; b++) {
          system[a][b] += deviation * (at(points, values, i, columns, b) - means[b]);
        }
      }
    }
    for (int a = 0; a < columns.length; a++) {
      system[a][a] += RIDGE * total;
    }
    return line(solve(system), means, columns, points[0].length);
  }

  /** A coordinate, or behind the last one the value. */
  private static double at(double[][] points, double[] values, int row, int[] columns, int index) {
    return index < columns.length ? points[row][columns[index]] : values[row];
  }

  private static WeightedLine line(double[] solution, double[] means, int[] columns, int width) {
    double[] slopes = new double[width];
    double intercept = means[columns.length];
    for (int a = 0; a < columns.length; a++) {
      slopes[columns[a]] = solution[a];
      intercept -= solution[a] * means[a];
    }
    return new WeightedLine(intercept, slopes);
  }

  /** Gauss elimination of a positive definite system, which needs no change of rows. */
  private static double[] solve(double[][] system) {
    int size = system.length;
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        double factor = system[row][pivot] / system[pivot][pivot];
        for (int column = pivot; column <= size; column++) {
          system[row][column] -= factor * system[pivot][column];
        }
      }
    }
    double[] solution = new double[size];
    for (int row = size - 1; row >= 0; row--) {
      double rest = system[row][size];
      for (int column = row + 1; column < size; column++) {
        rest -= system[row][column] * solution[column];
      }
      solution[row] = rest / system[row][row];
    }
    return solution;
  }

  double value(double[] point) {
    double value = intercept;
    for (int a = 0; a < slopes.length; a++) {
      value += slopes[a] * point[a];
    }
    return value;
  }
}
