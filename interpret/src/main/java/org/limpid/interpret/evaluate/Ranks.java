package org.limpid.interpret.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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
    int[] order = order(values);
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

  private static int[] order(double[] values) {
    double[] plain = Arrays.stream(values).map(value -> value + 0.0).toArray();
    return IntStream.range(0, plain.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> plain[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
