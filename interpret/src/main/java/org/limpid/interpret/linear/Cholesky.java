package org.limpid.interpret.linear;

import java.util.Optional;

/**
 * Solves systems with a symmetric positive definite matrix. Source: Golub and Van Loan, "Matrix
 * computations", 4th edition, section 4.2.
 */
final class Cholesky {
  /** A pivot below this share of the diagonal means that the matrix is singular. */
  private static final double SINGULAR = 1e-14;

  private Cholesky() {}

  /**
   * The solution x of matrix x = right, or nothing if the matrix is not positive definite.
   *
   * @param matrix its lower triangle is read, and replaced by the factor
   */
  static Optional<double[]> solve(double[][] matrix, double[] right) {
    if (!decompose(matrix)) {
      return Optional.empty();
    }
    double[] solved = right.clone();
    for (int i = 0; i < solved.length; i++) {
      for (int j = 0; j < i; j++) {
        solved[i] -= matrix[i][j] * solved[j];
      }
      solved[i] /= matrix[i][i];
    }
    for (int i = solved.length - 1; i >= 0; i--) {
      for (int j = i + 1; j < solved.length; j++) {
        solved[i] -= matrix[j][i] * solved[j];
      }
      solved[i] /= matrix[i][i];
    }
    return Optional.of(solved);
  }

  private static boolean decompose(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      double diagonal = matrix[i][i];
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        matrix[i][j] = j < i ? sum / matrix[j][j] : Math.sqrt(sum);
        if (j == i && !(sum > SINGULAR * diagonal)) {
          return false;
        }
      }
    }
    return true;
  }
}
