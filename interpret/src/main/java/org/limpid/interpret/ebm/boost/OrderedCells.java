package org.limpid.interpret.ebm.boost;

import java.util.Arrays;

/**
 * Cells of a single feature in the order in which they may be cut: running sums of gradients,
 * hessians and counts, score by score. One object serves all features in turn.
 */
final class OrderedCells {
  private final double[][] gradients;
  private final double[][] hessians;
  private final double[] gains;
  private final long[] counts;
  private int size;

  OrderedCells(int mostCells, int scoreCount) {
    gradients = new double[scoreCount][mostCells + 1];
    hessians = new double[scoreCount][mostCells + 1];
    gains = new double[mostCells + 1];
    counts = new long[mostCells + 1];
  }

  void clear() {
    size = 0;
  }

  void append(Histogram histogram, int from, int to) {
    for (int k = 0; k < gradients.length; k++) {
      appendSums(histogram, from, to, k);
    }
    long count = counts[size];
    for (int cell = from; cell < to; cell++) {
      count += histogram.counts[cell];
      counts[size + 1 + cell - from] = count;
    }
    size += to - from;
  }

  /** Two sums at once: each would wait for its own last addition. */
  private void appendSums(Histogram histogram, int from, int to, int k) {
    int scoreCount = gradients.length;
    double[] gradientSums = gradients[k];
    double[] hessianSums = hessians[k];
    double gradient = gradientSums[size];
    double hessian = hessianSums[size];
    int at = size + 1 - from;
    for (int cell = from; cell < to; cell++) {
      gradient += histogram.gradients[cell * scoreCount + k];
      hessian += histogram.hessians[cell * scoreCount + k];
      gradientSums[at + cell] = gradient;
      hessianSums[at + cell] = hessian;
    }
  }

  void append(Histogram histogram, int cell) {
    append(histogram, cell, cell + 1);
  }

  int size() {
    return size;
  }

  long count(int from, int to) {
    return counts[to] - counts[from];
  }

  double gradient(int from, int to, int k) {
    return gradients[k][to] - gradients[k][from];
  }

  double hessian(int from, int to, int k) {
    return hessians[k][to] - hessians[k][from];
  }

  boolean allows(LeafRule rule, int from, int to) {
    for (int k = 0; k < gradients.length; k++) {
      if (!rule.allows(count(from, to), hessian(from, to, k))) {
        return false;
      }
    }
    return true;
  }

  double gain(LeafRule rule, int from, int to) {
    double gain = 0;
    for (int k = 0; k < gradients.length; k++) {
      gain += rule.gain(gradient(from, to, k), hessian(from, to, k));
    }
    return gain;
  }

  double value(LeafRule rule, int from, int to, int k) {
    return rule.value(gradient(from, to, k), hessian(from, to, k));
  }

  /** Whether the values on the two sides of a cut stand in the given order. */
  boolean isOrdered(LeafRule rule, int from, int cut, int to, int direction) {
    return direction == 0 || direction * (value(rule, cut, to, 0) - value(rule, from, cut, 0)) >= 0;
  }

  /**
   * The cut within {@code from..to} that gains most, without regularisation; the lowest of them
   * where several do, -1 if no cut is allowed.
   */
  int bestPlainCut(LeafRule rule, int from, int to) {
    Arrays.fill(gains, from, to, 0);
    for (int k = 0; k < gradients.length; k++) {
      addGains(gradients[k], hessians[k], gains, from, to);
    }
    double best = -1;
    int cut = -1;
    for (int i = from + 1; i < to; i++) {
      if (gains[i] > best && allows(rule, from, i) && allows(rule, i, to)) {
        best = gains[i];
        cut = i;
      }
    }
    return cut;
  }

  /** Adds what one score gains by each cut. All arrays have the same index, for vectors. */
  private static void addGains(
      double[] gradients, double[] hessians, double[] gains, int from, int to) {
    double fromGradient = gradients[from];
    double fromHessian = hessians[from];
    double allGradient = gradients[to] - fromGradient;
    double allHessian = hessians[to] - fromHessian;
    for (int i = from + 1; i < to; i++) {
      double below = gradients[i] - fromGradient;
      double above = allGradient - below;
      double hessianBelow = hessians[i] - fromHessian;
      double hessianAbove = allHessian - hessianBelow;
      // Two quotients over their common denominator: divisions take the most time here.
      gains[i] +=
          (below * below * hessianAbove + above * above * hessianBelow)
              / (hessianBelow * hessianAbove);
    }
  }
}
