package org.limpid.results;

import java.util.Arrays;

/** A growing column of whole numbers. */
final class LongColumn {
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
