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

  /** A growing column of whole numbers. */
  static final class Longs {
    private long[] values = new long[1024];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size + size / 2);
      }
      values[size++] = value;
    }

    long[] longs() {
      return Arrays.copyOf(values, size);
    }

    int[] ints() {
      int[] narrow = new int[size];
      for (int i = 0; i < size; i++) {
        narrow[i] = Math.toIntExact(values[i]);
      }
      return narrow;
    }
  }

  /** A growing column of numbers. */
  static final class Doubles {
    private double[] values = new double[1024];
    private int size;

    void add(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size + size / 2);
      }
      values[size++] = value;
    }

    double[] values() {
      return Arrays.copyOf(values, size);
    }
  }
}
