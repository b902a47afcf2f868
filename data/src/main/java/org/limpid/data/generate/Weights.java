package org.limpid.data.generate;

/** Small sums over weights. */
final class Weights {
  private Weights() {}

  /** Running sums: element i is w0 + ... + wi. */
  static double[] cumulative(double[] weights) {
    double[] sums = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      sums[i] = sum;
    }
    return sums;
  }

  /** The weights divided by their sum. */
  static double[] normalised(double[] weights) {
    double[] shares = weights.clone();
    double sum = cumulative(weights)[weights.length - 1];
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
