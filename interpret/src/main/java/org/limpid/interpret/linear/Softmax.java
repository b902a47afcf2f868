package org.limpid.interpret.linear;

import java.util.Arrays;

/** Turns scores into probabilities. */
final class Softmax {
  private Softmax() {}

  /** Replaces each score by e^score divided by the total; the highest is subtracted before. */
  static void replace(double[] scores) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      highest = Math.max(highest, score);
    }
    double total = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.exp(scores[k] - highest);
      total += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= total;
    }
  }

  /** The logarithm of the total of e^score. */
  static double logTotal(double[] scores) {
    double highest = Arrays.stream(scores).max().orElse(0);
    double total = 0;
    for (double score : scores) {
      total += Math.exp(score - highest);
    }
    return highest + Math.log(total);
  }
}
