package org.limpid.plots.chart;

import java.util.Arrays;

/**
 * Numbers in cells between edges. Immutable.
 *
 * @param xEdges edges of the columns, ascending, one more than there are
 * @param yEdges edges of the rows, ascending, one more than there are
 * @param values per row and column; NaN: nothing is known
 */
public record Grid(double[] xEdges, double[] yEdges, double[][] values) {
  public Grid {
    requireFitting(xEdges.length - 1, yEdges.length - 1, values);
    xEdges = xEdges.clone();
    yEdges = yEdges.clone();
    values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  private static void requireFitting(int columns, int rows, double[][] values) {
    if (values.length != rows || Arrays.stream(values).anyMatch(row -> row.length != columns)) {
      throw new IllegalArgumentException(
          "expected %d rows of %d values between the edges".formatted(rows, columns));
    }
  }

  /** Cells of length 1, as {@link Scales#names} lays them out. */
  public static Grid unit(double[][] values) {
    int columns = values.length == 0 ? 0 : values[0].length;
    return new Grid(wholeNumbers(columns), wholeNumbers(values.length), values);
  }

  private static double[] wholeNumbers(int last) {
    double[] numbers = new double[last + 1];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }
}
