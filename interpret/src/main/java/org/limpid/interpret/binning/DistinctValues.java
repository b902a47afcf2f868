package org.limpid.interpret.binning;

import java.util.Arrays;

/** The distinct values of a feature, ascending, and how often each of them occurs. */
public final class DistinctValues {
  private final double[] values;
  private final int[] counts;

  private DistinctValues(double[] values, int[] counts) {
    this.values = values;
    this.counts = counts;
  }

  /** Sorts and counts; {@code NaN} is left out, and -0 is 0. */
  public static DistinctValues of(double[] unsorted) {
    double[] sorted = new double[unsorted.length];
    int size = 0;
    for (double value : unsorted) {
      if (!Double.isNaN(value)) {
        sorted[size++] = value + 0.0;
      }
    }
    Arrays.sort(sorted, 0, size);
    int[] counts = new int[size];
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (distinct == 0 || sorted[i] != sorted[distinct - 1]) {
        sorted[distinct++] = sorted[i];
      }
      counts[distinct - 1]++;
    }
    return new DistinctValues(Arrays.copyOf(sorted, distinct), Arrays.copyOf(counts, distinct));
  }

  /** How many there are. */
  public int size() {
    return values.length;
  }

  /** A value; position 0 has the smallest. */
  public double value(int position) {
    return values[position];
  }

  /** How many rows have the value. */
  public int count(int position) {
    return counts[position];
  }
}
