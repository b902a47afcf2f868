package org.limpid.interpret.evaluate;

import java.util.Arrays;

/** Ranks of numbers. */
final class Ranks {
  private Ranks() {}

  /** Position of each number among all, from 1; equal numbers share the mean of theirs. */
  static double[] of(double[] values) {
    double[] sorted = Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
    double[] ranks = new double[values.length];
    for (int i = 0; i < ranks.length; i++) {
      double value = values[i] + 0.0;
      int below = countBelow(sorted, value, false);
      int notAbove = countBelow(sorted, value, true);
      ranks[i] = (below + 1 + notAbove) / 2.0;
    }
    return ranks;
  }

  private static int countBelow(double[] sorted, double value, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
