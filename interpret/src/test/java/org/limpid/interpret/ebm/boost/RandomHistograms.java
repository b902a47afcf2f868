package org.limpid.interpret.ebm.boost;

import java.util.SplittableRandom;

/** Histograms with a few rows per cell, and rules for their leaves. */
final class RandomHistograms {
  private RandomHistograms() {}

  /** Every fifth cell is empty. */
  static Histogram histogram(int cells, int scoreCount, SplittableRandom random) {
    Histogram histogram = new Histogram(cells, scoreCount);
    histogram.cellCount = cells;
    histogram.counts = new int[cells];
    for (int cell = 0; cell < cells; cell++) {
      int count = random.nextInt(5) == 0 ? 0 : random.nextInt(1, 6);
      histogram.counts[cell] = count;
      for (int k = 0; k < scoreCount; k++) {
        histogram.gradients[cell * scoreCount + k] = count * random.nextDouble(-1, 1);
        histogram.hessians[cell * scoreCount + k] = count * 0.25;
      }
    }
    return histogram;
  }

  static void clear(Histogram histogram, int cell) {
    histogram.counts[cell] = 0;
    for (int k = 0; k < histogram.scoreCount; k++) {
      histogram.gradients[cell * histogram.scoreCount + k] = 0;
      histogram.hessians[cell * histogram.scoreCount + k] = 0;
    }
  }

  static LeafRule rule(SplittableRandom random) {
    int fewest = random.nextInt(1, 8);
    return switch (random.nextInt(3)) {
      case 0 -> new LeafRule(0.1, fewest, 1e-4, 0, 0, 0);
      case 1 -> new LeafRule(0.1, fewest, 0.5, 0.3, 1, 0);
      default -> new LeafRule(1, fewest, 1e-4, 0.1, 0.5, 0.4);
    };
  }

  /** Which cells are summed. */
  interface Cells {
    boolean holds(int cell);
  }

  /** Gain of a leaf by its definition; minus infinity if it is too small. */
  static double gain(LeafRule rule, Histogram histogram, Cells cells) {
    double total = 0;
    for (int k = 0; k < histogram.scoreCount; k++) {
      double[] sums = sums(histogram, cells, k);
      boolean allowed = rule.allows(Math.round(sums[2]), sums[1]);
      total += allowed ? rule.gain(sums[0], sums[1]) : Double.NEGATIVE_INFINITY;
    }
    return total;
  }

  /** Gradient, hessian and count of a leaf. */
  static double[] sums(Histogram histogram, Cells cells, int k) {
    double[] sums = new double[3];
    for (int cell = 0; cell < histogram.cellCount; cell++) {
      if (cells.holds(cell)) {
        sums[0] += histogram.gradients[cell * histogram.scoreCount + k];
        sums[1] += histogram.hessians[cell * histogram.scoreCount + k];
        sums[2] += histogram.counts[cell];
      }
    }
    return sums;
  }

  /** What a leaf adds to score {@code k}. */
  static double value(LeafRule rule, Histogram histogram, Cells cells, int k) {
    double[] sums = sums(histogram, cells, k);
    return rule.value(sums[0], sums[1]);
  }
}
