package org.limpid.interpret.ebm.boost;

import java.util.Arrays;

/**
 * A bag under log loss with more than two classes, with or without weights. It keeps odds, e to the
 * power of a score, in place of scores: a step multiplies those of all rows of a cell by the same
 * factor, so that no exponential has to be taken for a row. What all odds of a row have in common
 * cancels out.
 *
 * <p>All rows are visited only when boosting turns to another term. Until then the steps of the
 * term at hand are collected, and its histogram follows them by Newton's method. For that it would
 * need the sums of the products of the probabilities of any two classes. It knows what those of one
 * class add up to, its hessian, and shares it among the other classes by their hessians: exact for
 * two classes and for classes that are alike. After {@link #MOST_DRIFT} it is made anew.
 */
final class SoftmaxBag extends BagState {
  /** Rows whose numbers stay in the fastest cache between two loops. */
  private static final int BLOCK = 1024;

  private static final int MOST_WEIGHTS_KEPT = 1 << 18;
  private static final float LEAST_ODDS = 1e-18f;

  /** Largest step of a score: e to this power times one of the odds is finite and not 0. */
  private static final double LARGEST_STEP = 40;

  /** Largest sum of steps that a histogram follows before it is made anew. */
  private static final double MOST_DRIFT = 0.1;

  /** Odds move by less than e to this power, and one step, before they are normalised. */
  private static final double MOST_MOVEMENT = 8;

  private final PerTerm<double[]> classWeights;
  private final int classCount;
  private final SoftmaxValidation validation;
  private final float[][] odds;
  private final float[] weights;
  private final float[] inverseTotals;
  private final float[] gradients;
  private final float[] hessians;
  private final int[] cells;
  private final int[] dueCells;
  private final float[][] stepFactors;
  private final float[][] factors;
  private final double[][] sums;
  private double drift;
  private double movement;
  private double loss;

  SoftmaxBag(
      StageTerms terms,
      BagRows rows,
      int classCount,
      double[] targets,
      double[] rowWeights,
      GradientBag.Scores start) {
    super(terms, rows, classCount);
    this.classCount = classCount;
    int places = 2 * terms.matrix().half();
    odds = new float[classCount][places];
    weights = new float[places];
    inverseTotals = new float[places];
    gradients = new float[places];
    hessians = new float[places];
    cells = new int[places];
    dueCells = new int[places];
    stepFactors = new float[classCount][0];
    factors = new float[classCount][0];
    sums = new double[classCount][0];
    for (int row = 0; row < rows.rowCount(); row++) {
      if (!rows.isValidation(row)) {
        weights[row] = (float) weight(rowWeights, row);
      }
    }
    startAt(rows.rowCount(), start);
    classWeights =
        new PerTerm<>(
            terms.count(),
            terms.allCells() * classCount <= MOST_WEIGHTS_KEPT,
            term -> classWeights(term, targets));
    validation = new SoftmaxValidation(odds, rows, targets, rowWeights);
    loss = validation.meanLoss();
  }

  private void startAt(int rowCount, GradientBag.Scores start) {
    for (float[] ofClass : odds) {
      Arrays.fill(ofClass, 1);
    }
    for (int row = 0; row < rowCount; row++) {
      double highest = start.of(row, 0);
      for (int k = 1; k < classCount; k++) {
        highest = Math.max(highest, start.of(row, k));
      }
      for (int k = 0; k < classCount; k++) {
        odds[k][row] = (float) Math.exp(start.of(row, k) - highest);
      }
    }
    normalise();
  }

  private void normalise() {
    SoftmaxKernels.inverseTotals(odds, inverseTotals, 0, inverseTotals.length);
    for (float[] ofClass : odds) {
      SoftmaxKernels.normalise(ofClass, inverseTotals, LEAST_ODDS);
    }
    movement = 0;
  }

  @Override
  Histogram histogram(int term) {
    if (term != heldTerm || drift > MOST_DRIFT) {
      hold(term);
    }
    return histogram;
  }

  private void hold(int term) {
    int cellCount = terms.shape(term).cellCount();
    int length = 4 * Kernels.tableSize(cellCount);
    for (int k = 0; k < classCount; k++) {
      sums[k] = Kernels.zeros(sums[k], length);
    }
    int[] due = pendingTerm < 0 ? null : terms.cells(pendingTerm);
    int[] packed = terms.cells(term);
    int half = packed.length;
    for (int start = 0; start < half; start += BLOCK) {
      int end = Math.min(half, start + BLOCK);
      sum(due, packed, start, end);
      sum(due, packed, half + start, half + end);
    }
    int upper = length / 2;
    double[] truth = classWeights.of(term);
    for (int k = 0; k < classCount; k++) {
      double[] ofClass = sums[k];
      for (int cell = 0; cell < cellCount; cell++) {
        int i = cell * classCount + k;
        histogram.gradients[i] = ofClass[2 * cell] + ofClass[upper + 2 * cell] - truth[i];
        histogram.hessians[i] = Math.max(0, ofClass[2 * cell + 1] + ofClass[upper + 2 * cell + 1]);
      }
    }
    nowHolding(term);
    drift = 0;
  }

  /** The weight of the training rows of each class in each cell, cells x classes. */
  private double[] classWeights(int term, double[] targets) {
    double[] sums = new double[terms.shape(term).cellCount() * classCount];
    int[] packed = terms.cells(term);
    for (int row = 0; row < targets.length; row++) {
      sums[Kernels.cell(packed, row) * classCount + (int) targets[row]] += weights[row];
    }
    return sums;
  }

  private void sum(int[] due, int[] packed, int from, int to) {
    if (due != null) {
      multiply(due, from, to);
    }
    SoftmaxKernels.unpack(packed, from, to, cells);
    SoftmaxKernels.inverseTotals(odds, inverseTotals, from, to);
    for (int k = 0; k < classCount; k++) {
      SoftmaxKernels.derivatives(odds[k], inverseTotals, weights, gradients, hessians, from, to);
      SoftmaxKernels.scatter(gradients, hessians, cells, sums[k], from, to);
    }
  }

  private void multiply(int[] due, int from, int to) {
    SoftmaxKernels.unpack(due, from, to, dueCells);
    for (int k = 0; k < classCount; k++) {
      SoftmaxKernels.multiply(odds[k], dueCells, factors[k], from, to);
    }
  }

  @Override
  Step apply(Step step) {
    Step taken = step.limited(LARGEST_STEP);
    int term = taken.term();
    int cellCount = terms.shape(term).cellCount();
    if (pendingTerm != term) {
      flush();
      heldTerm = heldTerm == term ? term : NONE;
      pendingTerm = term;
      resetFactors(Kernels.tableSize(cellCount));
    }
    double[] values = taken.values();
    float[] leafFactors = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      leafFactors[i] = (float) Math.exp(values[i]);
    }
    taken.forEachRun((from, to, leaf) -> shift(from, to, values, leafFactors, leaf * classCount));
    validation.multiply(terms.cells(term), stepFactors);
    noteMovement(taken);
    loss = validation.meanLoss();
    return taken;
  }

  private void resetFactors(int length) {
    for (int k = 0; k < classCount; k++) {
      if (factors[k].length != length) {
        factors[k] = new float[length];
        stepFactors[k] = new float[length];
      }
      Arrays.fill(factors[k], 1);
    }
  }

  private void shift(int from, int to, double[] changes, float[] leafFactors, int leaf) {
    for (int k = 0; k < classCount; k++) {
      float factor = leafFactors[leaf + k];
      Arrays.fill(stepFactors[k], from, to, factor);
      float[] pending = factors[k];
      for (int cell = from; cell < to; cell++) {
        pending[cell] *= factor;
      }
    }
    if (heldTerm == pendingTerm) {
      for (int cell = from; cell < to; cell++) {
        follow(cell * classCount, changes, leaf);
      }
    }
  }

  /** Moves the gradients of a cell as its changes tell. */
  private void follow(int at, double[] changes, int leaf) {
    double total = 0;
    double moved = 0;
    for (int k = 0; k < classCount; k++) {
      total += histogram.hessians[at + k];
      moved += histogram.hessians[at + k] * changes[leaf + k];
    }
    for (int k = 0; k < classCount; k++) {
      double hessian = histogram.hessians[at + k];
      double others = total - hessian;
      double change = changes[leaf + k];
      double mean = others > 0 ? (moved - hessian * change) / others : change;
      histogram.gradients[at + k] += hessian * (change - mean);
    }
  }

  private void noteMovement(Step step) {
    double largest = step.largestValue();
    drift += largest;
    movement += largest;
    if (movement > MOST_MOVEMENT) {
      flush();
      normalise();
      validation.normalise(LEAST_ODDS);
    }
  }

  private void flush() {
    if (pendingTerm != NONE) {
      int[] due = terms.cells(pendingTerm);
      int half = due.length;
      multiply(due, 0, half);
      multiply(due, half, 2 * half);
      pendingTerm = NONE;
      heldTerm = NONE;
    }
  }

  @Override
  double validationLoss() {
    return loss;
  }
}
