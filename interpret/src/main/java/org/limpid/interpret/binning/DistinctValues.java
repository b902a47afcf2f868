package org.limpid.interpret.binning;

import java.util.Arrays;

/** The distinct values of a feature, ascending, and how often each of them occurs. */
public final class DistinctValues {
  private final double[] values;

  /** {@code null} where every value occurs once, which saves its memory. */
  private final int[] counts;

  private final int size;

  private DistinctValues(double[] values, int[] counts, int size) {
    this.values = values;
    this.counts = counts;
    this.size = size;
  }

  /** Sorts and counts; {@code NaN} is left out, and -0 is 0. The array is used up. */
  public static DistinctValues takingOver(double[] values) {
    int present = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        values[present++] = value + 0.0;
      }
    }
    Arrays.sort(values, 0, present);
    int distinct = 0;
    for (int i = 0; i < present; i++) {
      distinct += i == 0 || values[i] != values[i - 1] ? 1 : 0;
    }
    int[] counts = distinct == present ? null : counts(values, present, distinct);
    return new DistinctValues(values, counts, distinct);
  }

  /** Counts, and moves the distinct values to the front. */
  private static int[] counts(double[] values, int present, int distinct) {
    int[] counts = new int[distinct];
    int found = 0;
    for (int i = 0; i < present; i++) {
      if (found == 0 || values[i] != values[found - 1]) {
        values[found++] = values[i];
      }
      counts[found - 1]++;
    }
    return counts;
  }

  public int size() {
    return size;
  }

  /** A value; position 0 has the smallest. */
  public double value(int position) {
    return values[position];
  }

  public int count(int position) {
    return counts == null ? 1 : counts[position];
  }
}
