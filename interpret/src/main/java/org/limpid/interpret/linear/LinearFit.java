package org.limpid.interpret.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a number: minimises the sum of weight x (target - prediction)^2 plus l2 x the sum of squared
 * standardised coefficients. The intercept is not penalised.
 */
final class LinearFit {
  private LinearFit() {}

  /** Standardised coefficients, the intercept of the means first. */
  static double[] of(Design design, int[] used, double[] targets, double l2) {
    double[] weights = design.weights();
    double mean = LeastSquares.dot(weights, targets) / design.totalWeight();
    int rows = targets.length;
    int penalties = l2 > 0 ? used.length : 0;
    List<double[]> columns = new ArrayList<>();
    for (int i = 0; i < used.length; i++) {
      double[] values = design.columns().get(used[i]).values();
      double[] column = Arrays.copyOf(design.timesRootOfWeights(values), rows + penalties);
      if (l2 > 0) {
        column[rows + i] = Math.sqrt(l2);
      }
      columns.add(column);
    }
    double[] centred = Arrays.stream(targets).map(target -> target - mean).toArray();
    double[] right = Arrays.copyOf(design.timesRootOfWeights(centred), rows + penalties);
    double[] solved = new LeastSquares(columns).solve(right);
    double[] fitted = new double[used.length + 1];
    fitted[0] = mean;
    System.arraycopy(solved, 0, fitted, 1, solved.length);
    return fitted;
  }
}
