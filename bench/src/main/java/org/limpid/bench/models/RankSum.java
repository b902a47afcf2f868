package org.limpid.bench.models;

import java.util.Arrays;

/** The area under the ROC curve by the sum of ranks. */
final class RankSum {
  private RankSum() {}

  /**
   * The share of pairs of a positive and a negative row in which the positive one has the higher
   * probability; equal ones count half.
   *
   * @param codes 1 for positive rows, 0 for others
   */
  static double areaUnderCurve(int[] codes, double[] probabilities) {
    double[] negatives = probabilitiesOf(0, codes, probabilities);
    double[] positives = probabilitiesOf(1, codes, probabilities);
    double below = 0;
    int lower = 0;
    int upper = 0;
    for (double positive : positives) {
      while (lower < negatives.length && negatives[lower] < positive) {
        lower++;
      }
      while (upper < negatives.length && negatives[upper] <= positive) {
        upper++;
      }
      below += (lower + upper) / 2.0;
    }
    return below / positives.length / negatives.length;
  }

  private static double[] probabilitiesOf(int code, int[] codes, double[] probabilities) {
    double[] chosen = new double[codes.length];
    int count = 0;
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] == code) {
        chosen[count++] = probabilities[row];
      }
    }
    double[] sorted = Arrays.copyOf(chosen, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
