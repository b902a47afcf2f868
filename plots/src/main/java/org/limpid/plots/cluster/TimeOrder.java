package org.limpid.plots.cluster;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Puts rows into the order of their times; rows of one second stay in their order. */
final class TimeOrder {
  private TimeOrder() {}

  /**
   * The rows in order. Each is sorted as one number, its time before its own number, which is many
   * times faster than a comparator for millions of them.
   */
  static int[] of(int count, IntToLongFunction second) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
    long[] keys = new long[count];
    for (int row = 0; row < count; row++) {
      keys[row] = Math.multiplyExact(second.applyAsLong(row), 1L << bits) + row;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) (key & ((1L << bits) - 1))).toArray();
  }
}
