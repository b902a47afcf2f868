package org.limpid.interpret.tree;

import java.util.stream.IntStream;
import org.limpid.interpret.model.RowOrder;

/**
 * Finds the best cut of a node by one feature. Rows of a node stand between {@code from} and {@code
 * to} in an array. Not safe for several threads.
 */
final class SplitFinder {
  /**
   * Share of their size by which two neighbouring values must differ for a cut between them. What
   * differs less comes from rounding: a running standard deviation, for example, gives one number
   * with many different last digits. Whole numbers, such as seconds since 1970, differ as they are.
   */
  private static final double APART = 1e-8;

  private final Criterion criterion;
  private final int minSamplesLeaf;
  private final int[] sorted;
  private final double[] places;
  private double bestScore;
  private int bestPosition;

  SplitFinder(Criterion criterion, int minSamplesLeaf, int rowCount) {
    this.criterion = criterion;
    this.minSamplesLeaf = minSamplesLeaf;
    sorted = new int[rowCount];
    places = new double[rowCount];
  }

  /**
   * The best cut by a number, or null if there is none; rows ascend by value, missing ones at the
   * end.
   */
  Cut numeric(int feature, double[] values, int[] rows, int from, int to) {
    int known = to;
    while (known > from && Double.isNaN(values[rows[known - 1]])) {
      known--;
    }
    boolean gaps = known < to && known > from;
    Cut missingRight = numeric(feature, values, rows, from, known, to, false);
    Cut missingLeft = gaps ? numeric(feature, values, rows, from, known, to, true) : null;
    return better(missingRight, missingLeft);
  }

  /** The one of higher score; the first if both are equal; either may be null. */
  static Cut better(Cut first, Cut second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return second.score() > first.score() ? second : first;
  }

  private Cut numeric(
      int feature, double[] values, int[] rows, int from, int known, int to, boolean missingLeft) {
    criterion.reset();
    if (missingLeft) {
      for (int i = known; i < to; i++) {
        criterion.moveLeft(rows[i]);
      }
    }
    scan(values, rows, from, known, missingLeft ? to - known : 0, missingLeft ? 0 : to - known);
    if (bestPosition < 0) {
      return null;
    }
    double below = values[rows[bestPosition]];
    boolean anyValue = bestPosition == known - 1;
    double threshold =
        anyValue ? Condition.Threshold.ANY_VALUE : middle(below, values[rows[bestPosition + 1]]);
    boolean defaultLeft = known == to ? isLeftHeavier(rows, from) : missingLeft;
    return new Cut(feature, new Condition.Threshold(threshold), defaultLeft, bestScore);
  }

  /** Between two values; the lower one where no number lies between them. */
  private static double middle(double below, double above) {
    double middle = below / 2 + above / 2;
    return middle >= below && middle < above ? middle : below;
  }

  /**
   * Moves rows to the left one by one and remembers the best place to stop, given how many rows are
   * on the left already and how many stay on the right; if there are any, all others may go left. A
   * plain loop, because this is where training spends its time.
   */
  private void scan(double[] values, int[] rows, int from, int to, int leftBefore, int rightAfter) {
    bestPosition = -1;
    bestScore = Double.NEGATIVE_INFINITY;
    int total = leftBefore + to - from + rightAfter;
    for (int i = from; i < to; i++) {
      criterion.moveLeft(rows[i]);
      boolean cuttable =
          i + 1 < to ? isApart(values[rows[i]], values[rows[i + 1]]) : rightAfter > 0;
      int left = leftBefore + i + 1 - from;
      if (cuttable && left >= minSamplesLeaf && total - left >= minSamplesLeaf) {
        double score = criterion.score();
        if (score > bestScore) {
          bestScore = score;
          bestPosition = i;
        }
      }
    }
  }

  private static boolean isApart(double below, double above) {
    return above - below > APART * Math.max(Math.abs(below), Math.abs(above))
        || (above > below && above == Math.rint(above) && below == Math.rint(below));
  }

  /** Whether the side left of the best place has at least half of the weight. */
  private boolean isLeftHeavier(int[] rows, int from) {
    criterion.reset();
    for (int i = from; i <= bestPosition; i++) {
      criterion.moveLeft(rows[i]);
    }
    return criterion.leftWeight >= criterion.rightWeight;
  }

  /** The best cut by categories, or null if there is none. Missing counts as one more category. */
  Cut nominal(int feature, int categoryCount, double[] codes, int[] rows, int from, int to) {
    Cut best = null;
    for (int order = 0; order < criterion.orderCount(); order++) {
      double[] means = means(categoryCount, codes, rows, from, to, order);
      best = better(best, cut(feature, means, codes, rows, from, to));
    }
    return best;
  }

  /**
   * The best cut by categories that keeps their order, or null if there is none. Missing comes
   * before all of them or after.
   */
  Cut ordinal(int feature, int categoryCount, double[] codes, int[] rows, int from, int to) {
    double[] keys = IntStream.rangeClosed(0, categoryCount).asDoubleStream().toArray();
    boolean gaps = IntStream.range(from, to).anyMatch(i -> Double.isNaN(codes[rows[i]]));
    keys[categoryCount] = gaps ? categoryCount : Double.NaN;
    Cut missingRight = cut(feature, keys, codes, rows, from, to);
    keys[categoryCount] = gaps ? -1 : Double.NaN;
    return gaps ? better(missingRight, cut(feature, keys, codes, rows, from, to)) : missingRight;
  }

  /**
   * The best cut in one order of the categories, by their keys and, at the end, that of missing;
   * those with the key {@code NaN} take the default direction.
   */
  private Cut cut(int feature, double[] keys, double[] codes, int[] rows, int from, int to) {
    int categoryCount = keys.length - 1;
    int[] ranks = ranks(keys);
    int[] starts = new int[ranks.length + 1];
    for (int i = from; i < to; i++) {
      starts[ranks[group(codes[rows[i]], categoryCount)] + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    for (int i = from; i < to; i++) {
      int rank = ranks[group(codes[rows[i]], categoryCount)];
      places[rows[i]] = rank;
      sorted[starts[rank]++] = rows[i];
    }
    criterion.reset();
    scan(places, sorted, 0, to - from, 0, 0);
    return bestPosition < 0 ? null : categories(feature, keys, ranks);
  }

  private static int group(double code, int categoryCount) {
    return Double.isNaN(code) ? categoryCount : (int) code;
  }

  /** Weighted mean of what categories are ordered by; {@code NaN} for those without rows. */
  private double[] means(
      int categoryCount, double[] codes, int[] rows, int from, int to, int order) {
    double[] sums = new double[categoryCount + 1];
    double[] weights = new double[categoryCount + 1];
    for (int i = from; i < to; i++) {
      int group = group(codes[rows[i]], categoryCount);
      double weight = criterion.weights[rows[i]];
      weights[group] += weight;
      sums[group] += weight * criterion.orderValue(rows[i], order);
    }
    for (int group = 0; group < sums.length; group++) {
      sums[group] /= weights[group];
    }
    return sums;
  }

  private static int[] ranks(double[] keys) {
    int[] order = RowOrder.by(keys.length, group -> keys[group]);
    int[] ranks = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = i;
    }
    return ranks;
  }

  private Cut categories(int feature, double[] keys, int[] ranks) {
    int categoryCount = keys.length - 1;
    double lastLeft = places[sorted[bestPosition]];
    boolean gaps = !Double.isNaN(keys[categoryCount]);
    boolean defaultLeft = gaps ? ranks[categoryCount] <= lastLeft : isLeftHeavier(sorted, 0);
    boolean[] left = new boolean[categoryCount];
    for (int group = 0; group < categoryCount; group++) {
      left[group] = Double.isNaN(keys[group]) ? defaultLeft : ranks[group] <= lastLeft;
    }
    return new Cut(feature, new Condition.Categories(left), defaultLeft, bestScore);
  }

  /** A way to split a node, and its {@link Criterion#score}: more is better. */
  record Cut(int feature, Condition condition, boolean defaultLeft, double score) {
    /** Whether a value leads left. */
    boolean isLeft(double encoded) {
      if (Double.isNaN(encoded)) {
        return defaultLeft;
      }
      return condition.isLeft(encoded);
    }
  }
}
