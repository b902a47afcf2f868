package org.limpid.results;

import java.util.Arrays;

/** A growing column of numbers. */
final class DoubleColumn {
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
