package org.limpid.interpret.edit;

import java.util.Arrays;

/**
 * Splits a weighted table into effects of its rows, effects of its columns and a rest whose rows
 * and columns all have the weighted mean 0: the two-way analysis of variance without interaction.
 *
 * <p>Moving the mean of every row, then that of every column, over and over, leads there (Lengerich
 * et al., AISTATS 2020), but slowly where the weights lie along a diagonal. The fixed point solves
 * linear equations. With row weights {@code R}, column weights {@code C} and the table of weights
 * {@code W}, the column effects {@code b} solve {@code (C - W' R^-1 W) b = W' (scores - row
 * means)}; this class factors that matrix once (Cholesky) and repeats the move until all means
 * vanish, mostly once or twice.
 *
 * <p>The mean of a row without weight is taken with the weights of the columns, and the other way
 * round; without any weight all cells count the same.
 */
final class TwoWayEffects {
  /** Pivots below this share of their column's weight are rounding: the column hangs on another. */
  private static final double SINGULAR = 1e-12;

  /** Means below this share of the largest score are rounding. */
  private static final double TOLERANCE = 1e-15;

  private static final int MOST_MOVES = 8;

  private final int rows;
  private final int columns;
  private final double[] weights;
  private final double[] rowWeights;
  private final double[] columnWeights;
  private final double[][] factor;

  /**
   * Effect of each row, effect of each column, and what is left of each cell; the last column runs
   * fastest.
   */
  record Parts(double[] rows, double[] columns, double[] rest) {}

  /** Prepares splitting tables of these weights, rows x columns. */
  TwoWayEffects(double[] weights, int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.weights = weights.clone();
    if (Arrays.stream(weights).noneMatch(weight -> weight > 0)) {
      Arrays.fill(this.weights, 1);
    }
    rowWeights = new double[rows];
    columnWeights = new double[columns];
    for (int cell = 0; cell < weights.length; cell++) {
      rowWeights[cell / columns] += this.weights[cell];
      columnWeights[cell % columns] += this.weights[cell];
    }
    factor = factored(matrix());
  }

  double[] rowWeights() {
    return rowWeights.clone();
  }

  double[] columnWeights() {
    return columnWeights.clone();
  }

  private double[][] matrix() {
    double[][] matrix = new double[columns][columns];
    for (int j = 0; j < columns; j++) {
      matrix[j][j] = columnWeights[j];
    }
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns && rowWeights[i] > 0; j++) {
        double share = weights[i * columns + j] / rowWeights[i];
        for (int k = 0; k <= j && share > 0; k++) {
          matrix[j][k] -= share * weights[i * columns + k];
        }
      }
    }
    return matrix;
  }

  /** The lower triangle of the Cholesky factor; a column of zeros where the pivot vanishes. */
  private double[][] factored(double[][] matrix) {
    for (int j = 0; j < columns; j++) {
      for (int k = 0; k <= j; k++) {
        double value = matrix[j][k];
        for (int l = 0; l < k; l++) {
          value -= matrix[j][l] * matrix[k][l];
        }
        if (k < j) {
          matrix[j][k] = matrix[k][k] == 0 ? 0 : value / matrix[k][k];
        } else {
          matrix[j][j] = value > SINGULAR * columnWeights[j] ? Math.sqrt(value) : 0;
        }
      }
    }
    return matrix;
  }

  Parts split(double[] scores) {
    Parts split = new Parts(new double[rows], new double[columns], scores.clone());
    double tolerance = TOLERANCE * Arrays.stream(scores).map(Math::abs).max().orElse(0);
    for (int move = 0; move < MOST_MOVES && largestMean(split.rest) > tolerance; move++) {
      move(split);
    }
    return split;
  }

  private double largestMean(double[] rest) {
    double largest = 0;
    for (int i = 0; i < rows; i++) {
      largest = Math.max(largest, Math.abs(rowMean(rest, i)));
    }
    for (int j = 0; j < columns; j++) {
      largest = Math.max(largest, Math.abs(columnMean(rest, j)));
    }
    return largest;
  }

  private void move(Parts split) {
    double[] columnEffects = columnEffects(split.rest);
    subtract(split.rest, new double[rows], columnEffects);
    double[] rowEffects = new double[rows];
    Arrays.setAll(rowEffects, i -> rowMean(split.rest, i));
    subtract(split.rest, rowEffects, new double[columns]);
    double[] emptyColumns = new double[columns];
    Arrays.setAll(emptyColumns, j -> columnWeights[j] > 0 ? 0 : columnMean(split.rest, j));
    subtract(split.rest, new double[rows], emptyColumns);
    Arrays.setAll(split.rows, i -> split.rows[i] + rowEffects[i]);
    Arrays.setAll(split.columns, j -> split.columns[j] + columnEffects[j] + emptyColumns[j]);
  }

  private void subtract(double[] rest, double[] rowEffects, double[] columnEffects) {
    for (int cell = 0; cell < rest.length; cell++) {
      rest[cell] -= rowEffects[cell / columns] + columnEffects[cell % columns];
    }
  }

  private double[] columnEffects(double[] rest) {
    double[] right = new double[columns];
    for (int i = 0; i < rows; i++) {
      double mean = rowMean(rest, i);
      for (int j = 0; j < columns; j++) {
        int cell = i * columns + j;
        right[j] += weights[cell] * (rest[cell] - mean);
      }
    }
    return solved(right);
  }

  /** Forward and backward substitution; the effect of a column without a pivot is 0. */
  private double[] solved(double[] right) {
    for (int j = 0; j < columns; j++) {
      for (int k = 0; k < j; k++) {
        right[j] -= factor[j][k] * right[k];
      }
      right[j] = factor[j][j] == 0 ? 0 : right[j] / factor[j][j];
    }
    for (int j = columns - 1; j >= 0; j--) {
      for (int k = j + 1; k < columns; k++) {
        right[j] -= factor[k][j] * right[k];
      }
      right[j] = factor[j][j] == 0 ? 0 : right[j] / factor[j][j];
    }
    return right;
  }

  private double rowMean(double[] rest, int row) {
    double total = 0;
    double weight = 0;
    for (int j = 0; j < columns; j++) {
      double own = rowWeights[row] > 0 ? weights[row * columns + j] : columnWeights[j];
      total += own * rest[row * columns + j];
      weight += own;
    }
    return total / weight;
  }

  private double columnMean(double[] rest, int column) {
    double total = 0;
    double weight = 0;
    for (int i = 0; i < rows; i++) {
      double own = columnWeights[column] > 0 ? weights[i * columns + column] : rowWeights[i];
      total += own * rest[i * columns + column];
      weight += own;
    }
    return total / weight;
  }
}
