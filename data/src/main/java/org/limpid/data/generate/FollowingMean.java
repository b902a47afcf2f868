package org.limpid.data.generate;

/** The mean of the first values, then an exponentially weighted one: m += max(1/n, 1/k) (x - m). */
final class FollowingMean {
  private final int memory;
  private long count;
  private double mean;

  /**
   * @param memory k, the number of values after which old ones fade
   */
  FollowingMean(int memory) {
    this.memory = memory;
  }

  void add(double value) {
    count++;
    mean += (value - mean) / Math.min(count, memory);
  }

  long count() {
    return count;
  }

  /** The mean; 0 while there is no value. */
  double value() {
    return mean;
  }
}
