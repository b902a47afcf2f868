package org.limpid.interpret.evaluate;

import org.limpid.interpret.model.RowOrder;

/** Ranks of numbers. */
final class Ranks {
  private Ranks() {}

  /**
   * The weight of all numbers below each, plus half the weight of those equal to it, itself
   * included. With weights of 1 that is the usual rank, of which equal numbers share the mean, less
   * a half.
   *
   * @param values no {@code NaN} among them; 0 and -0 are equal
   */
  static double[] of(double[] values, double[] weights) {
    int[] order = RowOrder.by(values.length, i -> values[i] + 0.0);
    double[] ranks = new double[values.length];
    double below = 0;
    for (int from = 0; from < order.length; ) {
      double equal = 0;
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        equal += weights[order[to++]];
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = below + equal / 2;
      }
      below += equal;
      from = to;
    }
    return ranks;
  }
}
