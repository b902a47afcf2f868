package org.limpid.interpret.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Harrell's concordance index: of all pairs of which one is known to have ended first, the share in
 * which it was predicted to end first; equal predictions count half.
 *
 * <p>Source: Harrell, Califf, Pryor, Lee and Rosati, "Evaluating the yield of medical tests",
 * Journal of the American Medical Association 247, 1982.
 */
final class Concordance {
  private final double[] ranks;
  private final int[] tree;
  private long pairs;
  private double right;

  private Concordance(double[] predicted) {
    ranks = Arrays.stream(predicted).sorted().distinct().toArray();
    tree = new int[ranks.length + 1];
  }

  /**
   * The index: 1 is best, 0.5 no better than chance; {@code NaN} if there are no such pairs.
   *
   * @param ended for every duration whether its end was seen; else it lasted longer
   * @param predicted how long it lasts, in any unit; not {@code NaN}
   */
  static double of(double[] durations, boolean[] ended, double[] predicted) {
    return new Concordance(predicted).index(durations, ended, predicted);
  }

  /** Goes from the longest duration down: what is in the tree lasts longer than what is asked. */
  private double index(double[] durations, boolean[] ended, double[] predicted) {
    int[] order =
        IntStream.range(0, durations.length)
            .boxed()
            .sorted((a, b) -> Double.compare(durations[b], durations[a]))
            .mapToInt(i -> i)
            .toArray();
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && durations[order[to]] == durations[order[from]]) {
        to++;
      }
      int[] equal = Arrays.copyOfRange(order, from, to);
      Arrays.stream(equal).filter(i -> !ended[i]).forEach(i -> add(predicted[i]));
      Arrays.stream(equal).filter(i -> ended[i]).forEach(i -> compare(predicted[i]));
      Arrays.stream(equal).filter(i -> ended[i]).forEach(i -> add(predicted[i]));
      from = to;
    }
    return right / pairs;
  }

  private void add(double prediction) {
    for (int i = rank(prediction); i < tree.length; i += i & -i) {
      tree[i]++;
    }
  }

  private void compare(double prediction) {
    int rank = rank(prediction);
    long all = upTo(tree.length - 1);
    long shorter = upTo(rank - 1);
    long equal = upTo(rank) - shorter;
    pairs += all;
    right += all - shorter - equal / 2.0;
  }

  /** From 1. */
  private int rank(double prediction) {
    return Arrays.binarySearch(ranks, prediction) + 1;
  }

  /** How many in the tree have at most this rank: a Fenwick tree. */
  private long upTo(int rank) {
    long sum = 0;
    for (int i = rank; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }
}
