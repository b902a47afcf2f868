package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import org.limpid.interpret.model.RowOrder;

/**
 * The validation rows of a {@link SoftmaxBag}, in the order of their classes: their odds and their
 * loss.
 */
final class SoftmaxValidation {
  private final float[][] odds;
  private final int[] places;
  private final int[] classEnds;
  private final double[] weights;
  private final double totalWeight;
  private final int[] cells;
  private final float[] totals;
  private final double[] ratios;

  /** The rows before the first step; odds are classes x rows. */
  SoftmaxValidation(float[][] odds, BagRows rows, double[] targets, double[] weights) {
    places = RowOrder.by(Arrays.stream(rows.validationRows()), row -> targets[row]);
    this.odds = new float[odds.length][places.length];
    classEnds = new int[odds.length];
    for (int k = 0; k < odds.length; k++) {
      int wanted = k;
      float[] all = odds[k];
      classEnds[k] = (int) Arrays.stream(places).filter(row -> targets[row] <= wanted).count();
      for (int i = 0; i < places.length; i++) {
        this.odds[k][i] = all[places[i]];
      }
    }
    this.weights =
        weights == null ? null : Arrays.stream(places).mapToDouble(row -> weights[row]).toArray();
    totalWeight =
        weights == null ? places.length : Arrays.stream(this.weights).reduce(0, Double::sum);
    cells = new int[places.length];
    totals = new float[places.length];
    ratios = new double[places.length];
  }

  void multiply(int[] packed, float[][] factors) {
    for (int i = 0; i < places.length; i++) {
      cells[i] = Kernels.cell(packed, places[i]);
    }
    for (int k = 0; k < odds.length; k++) {
      SoftmaxKernels.multiply(odds[k], cells, factors[k], 0, places.length);
    }
  }

  /** Divides odds by their totals, and keeps them above 0. */
  void normalise(float least) {
    SoftmaxKernels.inverseTotals(odds, totals, 0, places.length);
    for (float[] ofClass : odds) {
      SoftmaxKernels.normalise(ofClass, totals, least);
    }
  }

  /** Mean of -log(probability of the true class); {@code NaN} without rows. */
  double meanLoss() {
    System.arraycopy(odds[0], 0, totals, 0, places.length);
    for (int k = 1; k < odds.length; k++) {
      SoftmaxKernels.add(odds[k], totals, 0, places.length);
    }
    int start = 0;
    for (int k = 0; k < odds.length; k++) {
      divide(totals, odds[k], start, classEnds[k]);
      start = classEnds[k];
    }
    return (weights == null ? sumOfLogs() : weightedSumOfLogs()) / totalWeight;
  }

  private static void divide(float[] totals, float[] odds, int from, int to) {
    for (int i = from; i < to; i++) {
      totals[i] /= odds[i];
    }
  }

  private double weightedSumOfLogs() {
    double sum = 0;
    for (int i = 0; i < totals.length; i++) {
      sum += weights[i] * Math.log(totals[i]);
    }
    return sum;
  }

  private double sumOfLogs() {
    for (int i = 0; i < totals.length; i++) {
      ratios[i] = totals[i];
    }
    return Kernels.sumOfLogs(ratios, ratios.length);
  }
}
