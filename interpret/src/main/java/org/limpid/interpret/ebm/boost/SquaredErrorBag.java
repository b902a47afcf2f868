package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A bag under squared error, with or without weights; without, {@link FixedPointBag} is faster
 * where it will do. What a step does to histogram and loss of its own term follows from sums over
 * cells, so that rows are visited only when boosting turns to another term.
 */
final class SquaredErrorBag extends BagState {
  private final byte[] side;
  private final PerTerm<double[]> weightSums;
  private final int[] validationRows;
  private final double validationWeight;

  private final double[] residuals;

  private final double[] weights;
  private final double[] nothing = {0};
  private double[] pending = {};
  private double[] sums = {};

  private double squares;

  SquaredErrorBag(
      StageTerms terms,
      BagRows rows,
      double[] targets,
      double[] rowWeights,
      IntToDoubleFunction start) {
    super(terms, rows, 1);
    side = rows.side();
    residuals = new double[2 * terms.matrix().half()];
    weights = new double[residuals.length];
    for (int row = 0; row < targets.length; row++) {
      residuals[row] = start.applyAsDouble(row) - targets[row];
      weights[row] = weight(rowWeights, row);
    }
    weightSums = counts.sums(Arrays.copyOf(weights, targets.length));
    validationRows = rows.validationRows();
    validationWeight = Arrays.stream(validationRows).mapToDouble(row -> weights[row]).sum();
    squares = sumOfSquares();
  }

  private double sumOfSquares() {
    double sum = 0;
    for (int row : validationRows) {
      double residual = residuals[row];
      sum += weights[row] * residual * residual;
    }
    return sum;
  }

  @Override
  Histogram histogram(int term) {
    if (term != heldTerm) {
      hold(term);
    }
    double[] ofTerm = weightSums.of(term);
    System.arraycopy(sums, 0, histogram.gradients, 0, histogram.cellCount);
    System.arraycopy(ofTerm, 0, histogram.hessians, 0, histogram.cellCount);
    return histogram;
  }

  private void hold(int term) {
    int cells = terms.shape(term).cellCount();
    sums = Kernels.zeros(sums, 2 * Kernels.tableSize(cells));
    int[] packed = terms.cells(term);
    boolean due = pendingTerm != NONE;
    int[] dueCells = due ? terms.cells(pendingTerm) : packed;
    addAndSum(residuals, weights, dueCells, due ? pending : nothing, side, packed, sums);
    squares = due ? sumOfSquares() : squares;
    nowHolding(term);
  }

  /**
   * Adds to each residual what is due, and adds it, weighted, to the sum of its cell; those of
   * validation rows to the upper half of the table.
   */
  private static void addAndSum(
      double[] residuals,
      double[] weights,
      int[] due,
      double[] pending,
      byte[] side,
      int[] cells,
      double[] sums) {
    int half = cells.length;
    int pendingMask = pending.length - 1;
    int mask = sums.length - 1;
    int shift = Integer.numberOfTrailingZeros(sums.length) - 1;
    for (int i = 0; i < half; i++) {
      int dueCell = due[i];
      int cell = cells[i];
      double a = residuals[i] + pending[dueCell & 0xffff & pendingMask];
      double b = residuals[half + i] + pending[(dueCell >>> 16) & pendingMask];
      residuals[i] = a;
      residuals[half + i] = b;
      sums[((cell & 0xffff) | (side[i] & 1) << shift) & mask] += weights[i] * a;
      sums[((cell >>> 16) | (side[i] >>> 1) << shift) & mask] += weights[half + i] * b;
    }
  }

  @Override
  Step apply(Step step) {
    int term = step.term();
    if (heldTerm != term) {
      hold(term);
    }
    if (pendingTerm == NONE) {
      pending = Kernels.zeros(pending, sums.length / 2);
      pendingTerm = term;
    }
    double[] ofTerm = weightSums.of(term);
    double[] values = step.values();
    step.forEachRun((from, to, leaf) -> shift(from, to, values[leaf], ofTerm));
    return step;
  }

  private void shift(int from, int to, double change, double[] ofTerm) {
    int upper = sums.length / 2;
    int cells = histogram.cellCount;
    for (int cell = from; cell < to; cell++) {
      double moved = change * ofTerm[cells + cell];
      squares += change * (2 * sums[upper + cell] + moved);
      sums[upper + cell] += moved;
      sums[cell] += change * ofTerm[cell];
      pending[cell] += change;
    }
  }

  @Override
  double validationLoss() {
    return validationRows.length == 0 ? Double.NaN : squares / validationWeight;
  }
}
