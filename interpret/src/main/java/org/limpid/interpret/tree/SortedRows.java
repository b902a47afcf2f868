package org.limpid.interpret.tree;

import java.util.Arrays;

/** Sorts rows by the values of one column without objects. */
final class SortedRows {
  private SortedRows() {}

  /**
   * The rows ascending by value, missing ones at the end; equal values keep their order.
   *
   * @param values value per row of the training set; {@code NaN} when missing
   */
  static int[] of(int[] rows, double[] values) {
    double[] distinct = distinct(rows, values);
    int[] ranks = new int[rows.length];
    int[] starts = new int[distinct.length + 2];
    for (int i = 0; i < rows.length; i++) {
      double value = values[rows[i]];
      ranks[i] = Double.isNaN(value) ? distinct.length : rank(distinct, value);
      starts[ranks[i] + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] sorted = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sorted[starts[ranks[i]]++] = rows[i];
    }
    return sorted;
  }

  private static double[] distinct(int[] rows, double[] values) {
    double[] known =
        Arrays.stream(rows)
            .mapToDouble(row -> values[row] + 0.0)
            .filter(value -> !Double.isNaN(value))
            .toArray();
    Arrays.sort(known);
    int count = 0;
    for (double value : known) {
      if (count == 0 || value != known[count - 1]) {
        known[count++] = value;
      }
    }
    return Arrays.copyOf(known, count);
  }

  /** The sum turns the negative zero into the positive one. */
  private static int rank(double[] distinct, double value) {
    return Arrays.binarySearch(distinct, value + 0.0);
  }
}
