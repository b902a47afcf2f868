package org.limpid.interpret.ebm.boost;

/**
 * Cells of a single feature in the order in which they may be cut: running sums of gradients,
 * hessians and counts. One object serves all features in turn.
 */
final class OrderedCells {
  private final int scoreCount;
  private final double[] gradients;
  private final double[] hessians;
  private final long[] counts;
  private int size;

  OrderedCells(int mostCells, int scoreCount) {
    this.scoreCount = scoreCount;
    gradients = new double[(mostCells + 1) * scoreCount];
    hessians = new double[(mostCells + 1) * scoreCount];
    counts = new long[mostCells + 1];
  }

  void clear() {
    size = 0;
  }

  /** Appends cells {@code from} to {@code to - 1} of a histogram. */
  void append(Histogram histogram, int from, int to) {
    if (scoreCount == 1) {
      appendSums(histogram.gradients, from, to, gradients, size);
      appendSums(histogram.hessians, from, to, hessians, size);
      long count = counts[size];
      for (int cell = from; cell < to; cell++) {
        count += histogram.counts[cell];
        counts[size + 1 + cell - from] = count;
      }
      size += to - from;
    } else {
      for (int cell = from; cell < to; cell++) {
        append(histogram, cell);
      }
    }
  }

  private static void appendSums(double[] values, int from, int to, double[] sums, int size) {
    double sum = sums[size];
    for (int i = from; i < to; i++) {
      sum += values[i];
      sums[size + 1 + i - from] = sum;
    }
  }

  /** Appends a cell of a histogram. */
  void append(Histogram histogram, int cell) {
    int last = size * scoreCount;
    int next = last + scoreCount;
    for (int k = 0; k < scoreCount; k++) {
      gradients[next + k] = gradients[last + k] + histogram.gradients[cell * scoreCount + k];
      hessians[next + k] = hessians[last + k] + histogram.hessians[cell * scoreCount + k];
    }
    counts[size + 1] = counts[size] + histogram.counts[cell];
    size++;
  }

  int size() {
    return size;
  }

  long count(int from, int to) {
    return counts[to] - counts[from];
  }

  double gradient(int from, int to, int k) {
    return gradients[to * scoreCount + k] - gradients[from * scoreCount + k];
  }

  double hessian(int from, int to, int k) {
    return hessians[to * scoreCount + k] - hessians[from * scoreCount + k];
  }

  /** Whether cells {@code from} to {@code to - 1} may be a leaf. */
  boolean allows(LeafRule rule, int from, int to) {
    for (int k = 0; k < scoreCount; k++) {
      if (!rule.allows(count(from, to), hessian(from, to, k))) {
        return false;
      }
    }
    return true;
  }

  double gain(LeafRule rule, int from, int to) {
    double gain = 0;
    for (int k = 0; k < scoreCount; k++) {
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
   * The cut within {@code from..to} that gains most, without regularisation and for one score; the
   * lowest of them where several do.
   *
   * @return the position, or -1 if no cut is allowed
   */
  int bestPlainCut(LeafRule rule, int from, int to) {
    double fromGradient = gradients[from];
    double fromHessian = hessians[from];
    double allGradient = gradients[to] - fromGradient;
    double allHessian = hessians[to] - fromHessian;
    double best = -1;
    int cut = -1;
    for (int i = from + 1; i < to; i++) {
      double below = gradients[i] - fromGradient;
      double above = allGradient - below;
      double hessianBelow = hessians[i] - fromHessian;
      double hessianAbove = allHessian - hessianBelow;
      // Two quotients over their common denominator: divisions take the most time here.
      double gain =
          (below * below * hessianAbove + above * above * hessianBelow)
              / (hessianBelow * hessianAbove);
      if (gain > best
          && rule.allows(counts[i] - counts[from], hessianBelow)
          && rule.allows(counts[to] - counts[i], hessianAbove)) {
        best = gain;
        cut = i;
      }
    }
    return cut;
  }
}
