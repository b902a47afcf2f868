package org.limpid.bench;

import java.util.Arrays;

/** Measured durations, nanoseconds. For one thread. */
final class Durations {
  private long[] nanos = new long[1024];
  private int count;

  void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = duration;
  }

  int count() {
    return count;
  }

  /** These, to be asked for quantiles. */
  Durations sorted() {
    Arrays.sort(nanos, 0, count);
    return this;
  }

  /** The smallest one that is not exceeded by this share of the sorted ones; there must be some. */
  long quantile(double share) {
    return nanos[Math.max(0, (int) Math.ceil(share * count) - 1)];
  }
}
