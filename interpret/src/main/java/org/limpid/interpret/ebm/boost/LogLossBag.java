package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A bag under log loss with two classes, with or without weights. It keeps odds {@code e^-score} in
 * place of scores: a step multiplies them, so that no exponential has to be taken for a row.
 *
 * <p>All rows are visited only when boosting turns to another term. Until then the steps of the
 * term at hand are collected, and its histogram follows them as Newton's method sees it: each
 * cell's gradient grows by its hessian times the step. That is exact up to the square of the steps,
 * which are a small share of a Newton step each; after {@link #MOST_DRIFT} it is made anew.
 */
final class LogLossBag implements BagState {
  private static final int NONE_HELD = -1;
  private static final float MOST_ODDS = 1e18f;
  private static final float LEAST_ODDS = 1e-18f;

  /** Largest sum of steps that a histogram follows before it is made anew. */
  private static final double MOST_DRIFT = 0.1;

  /** Odds move by less than e to this power between two looks at their limits. */
  private static final double MOST_MOVEMENT = 8;

  private final Terms terms;
  private final CellCounts counts;
  private final byte[] side;
  private final float[] low;
  private final float[] high;
  private final int[] lowValidation;
  private final int[] highValidation;
  private final int[] lowNegatives;
  private final int[] highNegatives;
  private final CellSums positives;
  private final CellSums negatives;

  /** How much each row counts, or {@code null}. */
  private final double[] weights;

  /** The same for rows that train, 0 for others: lower rows, then upper ones. */
  private final float[] trainingWeights;

  private final double[] lowWeights;
  private final double[] highWeights;
  private final double validationWeight;
  private final float[] none = {1};
  private final LogLossKernels.Buffers buffers = new LogLossKernels.Buffers();
  private final Histogram histogram;
  private final double[] dense;
  private double[] sums = {};
  private float[] factors = {};
  private int heldTerm = NONE_HELD;
  private int pendingTerm = -1;
  private double drift;
  private double movement;
  private double loss;

  /** Weighted sum of log(odds) over the validation rows of the first class, all steps included. */
  private double negativeLogs;

  /**
   * The state before the first step of a stage.
   *
   * @param positive per word 1 in bit 0 (lower row) and bit 1 (upper row) for the second class
   * @param weights weight of each row, or {@code null}
   */
  LogLossBag(
      Terms terms, BagRows rows, byte[] positive, double[] weights, IntToDoubleFunction scores) {
    this.terms = terms;
    side = rows.side();
    counts = new CellCounts(terms, rows);
    histogram = new Histogram(terms.mostCells(), 1);
    dense = new double[terms.mostCells()];
    int half = terms.matrix().half();
    low = new float[half];
    high = new float[half];
    for (int row = 0; row < rows.rowCount(); row++) {
      (row < half ? low : high)[row < half ? row : row - half] =
          (float) Math.exp(-scores.applyAsDouble(row));
    }
    limit(low);
    limit(high);
    lowValidation = words(half, word -> rows.isValidation(word));
    highValidation = words(rows.rowCount() - half, word -> rows.isValidation(half + word));
    lowNegatives = among(lowValidation, word -> (positive[word] & 1) == 0);
    highNegatives = among(highValidation, word -> (positive[word] & 2) == 0);
    this.weights = weights;
    positives = classSums(rows, row -> isPositive(positive, row));
    negatives = classSums(rows, row -> !isPositive(positive, row));
    trainingWeights = weights == null ? null : trainingWeights(rows, half);
    lowWeights = weightsOf(lowValidation, 0);
    highWeights = weightsOf(highValidation, half);
    validationWeight =
        weights == null
            ? lowValidation.length + highValidation.length
            : Arrays.stream(lowWeights).sum() + Arrays.stream(highWeights).sum();
    negativeLogs = sumNegativeLogs();
    loss = meanLoss();
  }

  private static int[] words(int count, IntPredicate wanted) {
    return IntStream.range(0, count).filter(wanted).toArray();
  }

  private static int[] among(int[] words, IntPredicate wanted) {
    return Arrays.stream(words).filter(wanted).toArray();
  }

  private float[] trainingWeights(BagRows rows, int half) {
    float[] counted = new float[2 * half];
    for (int row = 0; row < rows.rowCount(); row++) {
      counted[row] = rows.isValidation(row) ? 0 : (float) weights[row];
    }
    return counted;
  }

  private double[] weightsOf(int[] words, int first) {
    return weights == null
        ? null
        : Arrays.stream(words).mapToDouble(word -> weights[first + word]).toArray();
  }

  private double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  private static boolean isPositive(byte[] positive, int row) {
    int half = positive.length;
    return row < half ? (positive[row] & 1) != 0 : (positive[row - half] & 2) != 0;
  }

  /** Weights of the rows of one class. */
  private CellSums classSums(BagRows rows, IntPredicate inClass) {
    double[] counted = new double[rows.rowCount()];
    Arrays.setAll(counted, row -> inClass.test(row) ? weight(row) : 0);
    return new CellSums(terms, rows, counted, counts.keepsAll());
  }

  @Override
  public Histogram histogram(int term) {
    if (term != heldTerm || drift > MOST_DRIFT) {
      hold(term);
    }
    return histogram;
  }

  private void hold(int term) {
    int cells = terms.shape(term).cellCount();
    int stride = Kernels.tableSize(cells);
    if (sums.length != 4 * stride) {
      sums = new double[4 * stride];
    } else {
      Arrays.fill(sums, 0, 2 * stride, 0);
    }
    int[] due = terms.cells(Math.max(0, pendingTerm));
    float[] dueFactors = pendingTerm < 0 ? none : factors;
    LogLossKernels.histogram(
        low, high, due, dueFactors, side, trainingWeights, terms.cells(term), sums, buffers);
    pendingTerm = -1;
    double[] seconds = positives.of(term);
    for (int cell = 0; cell < cells; cell++) {
      histogram.gradients[cell] = sums[2 * cell] - seconds[cell];
      histogram.hessians[cell] = Math.max(0, sums[2 * cell] - sums[2 * cell + 1]);
    }
    histogram.counts = counts.training(term);
    histogram.cellCount = cells;
    heldTerm = term;
    drift = 0;
  }

  @Override
  public Step apply(Step step) {
    int term = step.term();
    int cells = terms.shape(term).cellCount();
    if (pendingTerm != term) {
      flush();
      factors = ones(factors, Kernels.tableSize(cells));
      pendingTerm = term;
      heldTerm = heldTerm == term ? term : NONE_HELD;
    }
    if (step instanceof Step.Ranges ranges) {
      int start = 0;
      for (int leaf = 0; leaf < ranges.ends().length; leaf++) {
        shift(term, start, ranges.ends()[leaf], ranges.values()[leaf]);
        start = ranges.ends()[leaf];
      }
    } else {
      Arrays.fill(dense, 0, cells, 0);
      step.addTo(dense);
      for (int cell = 0; cell < cells; cell++) {
        shift(term, cell, cell + 1, dense[cell]);
      }
    }
    noteMovement(step);
    loss = meanLoss();
    return step;
  }

  /** Moves the scores of some cells by the same amount. */
  private void shift(int term, int from, int to, double change) {
    float factor = (float) Math.exp(-change);
    double[] firsts = negatives.of(term);
    int validation = firsts.length / 2;
    double rows = 0;
    for (int cell = from; cell < to; cell++) {
      factors[cell] *= factor;
      rows += firsts[validation + cell];
    }
    negativeLogs -= change * rows;
    if (term == heldTerm) {
      for (int cell = from; cell < to; cell++) {
        histogram.gradients[cell] += histogram.hessians[cell] * change;
      }
    }
  }

  private static float[] ones(float[] table, int length) {
    float[] ones = table.length == length ? table : new float[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private void flush() {
    if (pendingTerm >= 0) {
      int[] due = terms.cells(pendingTerm);
      LogLossKernels.multiply(low, high, due, factors, 0, low.length);
      pendingTerm = -1;
      heldTerm = NONE_HELD;
    }
    if (movement > MOST_MOVEMENT) {
      limit(low);
      limit(high);
      negativeLogs = sumNegativeLogs();
      movement = 0;
    }
  }

  private void noteMovement(Step step) {
    double largest = step.largestValue();
    drift += largest;
    movement += largest;
    if (movement > MOST_MOVEMENT) {
      flush();
    }
  }

  private static void limit(float[] odds) {
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Math.clamp(odds[i], LEAST_ODDS, MOST_ODDS);
    }
  }

  @Override
  public boolean hasMissing(int term) {
    return counts.hasMissing(term);
  }

  @Override
  public double validationLoss() {
    return loss;
  }

  /**
   * Weighted mean of log(1 + odds) over rows of the second class and log(1 + 1/odds) over the
   * others.
   */
  private double meanLoss() {
    int[] cells = terms.cells(Math.max(0, pendingTerm));
    float[] due = pendingTerm < 0 ? none : factors;
    double total =
        LogLossKernels.sumLogOnePlus(low, cells, due, 0, lowValidation, lowWeights)
            + LogLossKernels.sumLogOnePlus(high, cells, due, 16, highValidation, highWeights)
            - negativeLogs;
    return total / validationWeight;
  }

  private double sumNegativeLogs() {
    double sum = 0;
    for (int word : lowNegatives) {
      sum += weight(word) * Math.log(low[word]);
    }
    for (int word : highNegatives) {
      sum += weight(high.length + word) * Math.log(high[word]);
    }
    return sum;
  }
}
