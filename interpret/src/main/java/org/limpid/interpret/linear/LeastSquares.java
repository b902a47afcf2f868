package org.limpid.interpret.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * Least squares by QR decomposition: columns are made orthogonal one after the other (modified
 * Gram-Schmidt, repeated where a column loses most of its length). A column that the ones before it
 * explain gets the coefficient 0. Source: Golub and Van Loan, "Matrix computations", 4th edition,
 * section 5.2.
 */
final class LeastSquares {
  /** A column is dependent when no larger share of its length than this is left. */
  private static final double DEPENDENT = 1e-10;

  /** Below this share of its length a column is made orthogonal once more. */
  private static final double LOSS = 0.1;

  private final List<double[]> directions = new ArrayList<>();
  private final List<double[]> upper = new ArrayList<>();
  private final boolean[] independent;

  /** Decomposes a matrix, given as columns of equal length. */
  LeastSquares(List<double[]> columns) {
    independent = new boolean[columns.size()];
    for (int i = 0; i < independent.length; i++) {
      independent[i] = add(columns.get(i).clone());
    }
  }

  private boolean add(double[] column) {
    double[] factors = new double[directions.size() + 1];
    double whole = length(column);
    project(column, factors);
    double left = length(column);
    if (left < LOSS * whole) {
      project(column, factors);
      left = length(column);
    }
    if (left <= DEPENDENT * whole) {
      return false;
    }
    factors[directions.size()] = left;
    for (int row = 0; row < column.length; row++) {
      column[row] /= left;
    }
    directions.add(column);
    upper.add(factors);
    return true;
  }

  private void project(double[] column, double[] factors) {
    for (int i = 0; i < directions.size(); i++) {
      double[] direction = directions.get(i);
      double factor = dot(direction, column);
      factors[i] += factor;
      for (int row = 0; row < column.length; row++) {
        column[row] -= factor * direction[row];
      }
    }
  }

  private static double length(double[] column) {
    return Math.sqrt(dot(column, column));
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** For each column whether the ones before it do not explain it. */
  boolean[] independent() {
    return independent.clone();
  }

  /** The coefficients with the smallest sum of squared differences to a target. */
  double[] solve(double[] target) {
    double[] rest = target.clone();
    double[] right = new double[directions.size()];
    project(rest, right);
    double[] solved = backSubstitute(right);
    double[] coefficients = new double[independent.length];
    int next = 0;
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = independent[i] ? solved[next++] : 0;
    }
    return coefficients;
  }

  private double[] backSubstitute(double[] right) {
    double[] solved = right.clone();
    for (int i = solved.length - 1; i >= 0; i--) {
      for (int j = i + 1; j < solved.length; j++) {
        solved[i] -= upper.get(j)[i] * solved[j];
      }
      solved[i] /= upper.get(i)[i];
    }
    return solved;
  }
}
