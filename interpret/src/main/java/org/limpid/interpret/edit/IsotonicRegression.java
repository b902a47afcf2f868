package org.limpid.interpret.edit;

import java.util.Arrays;

/**
 * The monotone series that is closest to a series: it minimises {@code sum(w * (fit - value)^2)}.
 *
 * <p>The method pools adjacent violators: wherever a value is above its successor, both are
 * replaced by their weighted mean, until none is. Therefore the weighted mean stays the same, and a
 * series that is monotone already stays as it is, bit for bit. It takes linear time.
 *
 * <p>Values of weight 0 do not take part. They then become the monotone series that is closest to
 * them between the fits of their neighbours, which is what ever smaller weights lead to.
 *
 * <p>Source: Barlow, Bartholomew, Bremner and Brunk, "Statistical inference under order
 * restrictions", 1972, chapter 1; Best and Chakravarti, "Active set algorithms for isotonic
 * regression", Mathematical Programming 47, 1990.
 */
public final class IsotonicRegression {
  private final double[] means;
  private final double[] weights;
  private final int[] lengths;
  private int blockCount;

  private IsotonicRegression(int length) {
    means = new double[length];
    weights = new double[length];
    lengths = new int[length];
  }

  /**
   * The closest series in which no value is above its successor. Weights that are all 0 count as
   * all 1. Throws an {@code IllegalArgumentException} unless values are finite and weights finite
   * and not negative, one per value.
   */
  public static double[] increasing(double[] values, double[] weights) {
    check(values, weights);
    double[] counted = weights.clone();
    if (Arrays.stream(weights).noneMatch(weight -> weight > 0)) {
      Arrays.fill(counted, 1);
    }
    double[] fit = pool(values, counted, 0, values.length);
    fillGaps(values, counted, fit);
    return fit;
  }

  /** The same as {@link #increasing} for a series in which no value is below its successor. */
  public static double[] decreasing(double[] values, double[] weights) {
    return negated(increasing(negated(values), weights));
  }

  private static double[] negated(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }

  private static void check(double[] values, double[] weights) {
    boolean valid =
        values.length == weights.length
            && Arrays.stream(values).allMatch(Double::isFinite)
            && Arrays.stream(weights).allMatch(weight -> weight >= 0 && Double.isFinite(weight));
    if (!valid) {
      throw new IllegalArgumentException(
          "expected %d finite values and as many finite weights of 0 or more"
              .formatted(values.length));
    }
  }

  /** The fit of the values from {@code from} to before {@code to} of positive weight, else 0. */
  private static double[] pool(double[] values, double[] weights, int from, int to) {
    IsotonicRegression blocks = new IsotonicRegression(to - from);
    for (int i = from; i < to; i++) {
      if (weights[i] > 0) {
        blocks.append(values[i], weights[i]);
      }
    }
    double[] fit = new double[to - from];
    int i = from;
    for (int block = 0; block < blocks.blockCount; block++) {
      for (int left = blocks.lengths[block]; left > 0; i++) {
        if (weights[i] > 0) {
          fit[i - from] = blocks.means[block];
          left--;
        }
      }
    }
    return fit;
  }

  private void append(double value, double weight) {
    means[blockCount] = value;
    weights[blockCount] = weight;
    lengths[blockCount] = 1;
    blockCount++;
    while (blockCount > 1 && means[blockCount - 2] > means[blockCount - 1]) {
      mergeLast();
    }
  }

  private void mergeLast() {
    int last = blockCount - 1;
    int kept = last - 1;
    double total = weights[kept] + weights[last];
    means[kept] += (means[last] - means[kept]) * (weights[last] / total);
    weights[kept] = total;
    lengths[kept] += lengths[last];
    blockCount--;
  }

  /** Fits each run of values without weight between the fits on both sides of it. */
  private static void fillGaps(double[] values, double[] weights, double[] fit) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    int from = 0;
    while (from < values.length) {
      int to = from;
      while (to < values.length && weights[to] == 0) {
        to++;
      }
      double lowest = from == 0 ? Double.NEGATIVE_INFINITY : fit[from - 1];
      double highest = to == values.length ? Double.POSITIVE_INFINITY : fit[to];
      double[] run = pool(values, ones, from, to);
      for (int i = from; i < to; i++) {
        fit[i] = Math.clamp(run[i - from], lowest, highest);
      }
      from = to + 1;
    }
  }
}
