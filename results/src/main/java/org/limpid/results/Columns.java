package org.limpid.results;

import java.util.Arrays;

/** Some rows of columns; a column that is not there, null, stays so. */
final class Columns {
  private Columns() {}

  static long[] rows(long[] column, int[] rows) {
    return column == null ? null : Arrays.stream(rows).mapToLong(row -> column[row]).toArray();
  }

  static int[] rows(int[] column, int[] rows) {
    return column == null ? null : Arrays.stream(rows).map(row -> column[row]).toArray();
  }

  static double[] rows(double[] column, int[] rows) {
    return column == null ? null : Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
  }
}
