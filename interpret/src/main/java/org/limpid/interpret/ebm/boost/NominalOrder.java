package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limpid.interpret.model.RowOrder;

/**
 * Brings categories into an order in which they can be cut like numbers: by their mean gradient, as
 * the best division into two sets is a cut in that order (Fisher 1958; LightGBM does the same).
 */
record NominalOrder(BoostingOptions options, int scoreCount) {
  /**
   * Cells with rows, by gradient over smoothed hessian of their first score. Those with too few
   * rows to be judged stand together where all of them as one category would.
   */
  int[] byMeanGradient(Histogram histogram) {
    double[] rank = new double[histogram.cellCount];
    double rareGradient = 0;
    double rareHessian = 0;
    for (int cell = 0; cell < histogram.cellCount; cell++) {
      rank[cell] = mean(histogram.gradients[cell * scoreCount], hessian(histogram, cell));
      if (isRare(histogram, cell)) {
        rareGradient += histogram.gradients[cell * scoreCount];
        rareHessian += hessian(histogram, cell);
      }
    }
    double rareRank = mean(rareGradient, rareHessian);
    for (int cell = 0; cell < histogram.cellCount; cell++) {
      rank[cell] = isRare(histogram, cell) ? rareRank : rank[cell];
    }
    return RowOrder.by(present(histogram), cell -> rank[cell]);
  }

  private static double hessian(Histogram histogram, int cell) {
    return histogram.hessians[cell * histogram.scoreCount];
  }

  private double mean(double gradient, double hessian) {
    double smoothed = hessian + options.categorySmoothing();
    return smoothed > 0 ? gradient / smoothed : 0;
  }

  private boolean isRare(Histogram histogram, int cell) {
    return histogram.counts[cell] < options.minCategorySamples();
  }

  int[] shuffled(Histogram histogram, SplittableRandom random) {
    int[] order = present(histogram).toArray();
    RowOrder.shuffle(order, random);
    return order;
  }

  private static IntStream present(Histogram histogram) {
    int[] counts = Arrays.copyOf(histogram.counts, histogram.cellCount);
    return IntStream.range(0, counts.length).filter(cell -> counts[cell] > 0);
  }
}
