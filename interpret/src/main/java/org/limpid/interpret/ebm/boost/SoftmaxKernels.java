package org.limpid.interpret.ebm.boost;

/**
 * The loops over rows of {@link SoftmaxBag}; see {@link Kernels}. All arrays of a loop have the
 * same index, as the compiler makes no vectors where two of them might be one and overlap.
 */
final class SoftmaxKernels {
  private SoftmaxKernels() {}

  /** The cells of the rows {@code from} to {@code to - 1}, all in one half of the packed words. */
  static void unpack(int[] packed, int from, int to, int[] cells) {
    int half = packed.length;
    int first = from < half ? from : from - half;
    System.arraycopy(packed, first, cells, from, to - from);
    if (from < half) {
      for (int i = from; i < to; i++) {
        cells[i] &= 0xffff;
      }
    } else {
      for (int i = from; i < to; i++) {
        cells[i] >>>= 16;
      }
    }
  }

  static void multiply(float[] odds, int[] cells, float[] factors, int from, int to) {
    int mask = factors.length - 1;
    for (int i = from; i < to; i++) {
      odds[i] *= factors[cells[i] & mask];
    }
  }

  /** Puts one over the sum of the odds of all classes in place of what was there. */
  static void inverseTotals(float[][] odds, float[] inverse, int from, int to) {
    System.arraycopy(odds[0], from, inverse, from, to - from);
    for (int k = 1; k < odds.length; k++) {
      add(odds[k], inverse, from, to);
    }
    for (int i = from; i < to; i++) {
      inverse[i] = 1 / inverse[i];
    }
  }

  static void add(float[] odds, float[] totals, int from, int to) {
    for (int i = from; i < to; i++) {
      totals[i] += odds[i];
    }
  }

  /** Weighted gradients and hessians of one class, but for what the true class takes off. */
  static void derivatives(
      float[] odds,
      float[] inverse,
      float[] weights,
      float[] gradients,
      float[] hessians,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      float probability = odds[i] * inverse[i];
      float gradient = probability * weights[i];
      gradients[i] = gradient;
      hessians[i] = gradient - gradient * probability;
    }
  }

  /**
   * Adds up gradients and hessians per cell, side by side; every other row in the upper half of the
   * table: in one table rows would wait for each other where many share a cell.
   */
  static void scatter(
      float[] gradients, float[] hessians, int[] cells, double[] sums, int from, int to) {
    int mask = sums.length - 1;
    int upper = sums.length >> 1;
    int i = from;
    for (; i < to - 1; i += 2) {
      int even = cells[i] << 1;
      int odd = cells[i + 1] << 1 | upper;
      sums[even & mask] += gradients[i];
      sums[(even | 1) & mask] += hessians[i];
      sums[odd & mask] += gradients[i + 1];
      sums[(odd | 1) & mask] += hessians[i + 1];
    }
    if (i < to) {
      sums[cells[i] << 1 & mask] += gradients[i];
      sums[(cells[i] << 1 | 1) & mask] += hessians[i];
    }
  }

  /** Divides the odds of a class by their totals, and keeps them above 0. */
  static void normalise(float[] odds, float[] inverse, float least) {
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Math.max(least, odds[i] * inverse[i]);
    }
  }
}
