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
final class LogLossBag extends BagState {
  private static final float MOST_ODDS = 1e18f;
  private static final float LEAST_ODDS = 1e-18f;

  /** Largest sum of steps that a histogram follows before it is made anew. */
  private static final double MOST_DRIFT = 0.1;

  /** Odds move by less than e to this power between two looks at their limits. */
  private static final double MOST_MOVEMENT = 8;

  private final byte[] side;
  private final float[] low;
  private final float[] high;
  private final int[] lowValidation;
  private final int[] highValidation;
  private final int[] lowNegatives;
  private final int[] highNegatives;
  private final PerTerm<double[]> positives;
  private final PerTerm<double[]> negatives;

  /** How much each row counts, or {@code null}. */
  private final double[] weights;

  /** The same for rows that train, 0 for others: lower rows, then upper ones. */
  private final float[] trainingWeights;

  private final double[] lowWeights;
  private final double[] highWeights;
  private final double validationWeight;
  private final float[] none = {1};
  private final LogLossKernels.Buffers buffers = new LogLossKernels.Buffers();
  private final double[] ratios;
  private double[] sums = {};
  private float[] factors = {};
  private double drift;
  private double movement;
  private double loss;

  /** Weighted sum of log(odds) over the validation rows of the first class, all steps included. */
  private double negativeLogs;

  LogLossBag(
      StageTerms terms,
      BagRows rows,
      double[] targets,
      double[] weights,
      IntToDoubleFunction start) {
    super(terms, rows, 1);
    side = rows.side();
    int half = terms.matrix().half();
    low = new float[half];
    high = new float[half];
    for (int row = 0; row < rows.rowCount(); row++) {
      (row < half ? low : high)[row < half ? row : row - half] =
          (float) Math.exp(-start.applyAsDouble(row));
    }
    limit(low);
    limit(high);
    lowValidation = words(half, word -> rows.isValidation(word));
    highValidation = words(rows.rowCount() - half, word -> rows.isValidation(half + word));
    lowNegatives = among(lowValidation, word -> targets[word] == 0);
    highNegatives = among(highValidation, word -> targets[half + word] == 0);
    this.weights = weights;
    positives = classSums(targets, 1);
    negatives = classSums(targets, 0);
    trainingWeights = weights == null ? null : trainingWeights(rows, half);
    lowWeights = weightsOf(lowValidation, 0);
    highWeights = weightsOf(highValidation, half);
    validationWeight =
        weights == null
            ? lowValidation.length + highValidation.length
            : Arrays.stream(lowWeights).sum() + Arrays.stream(highWeights).sum();
    ratios = new double[Math.max(lowValidation.length, highValidation.length)];
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

  private PerTerm<double[]> classSums(double[] targets, int wanted) {
    double[] counted = new double[targets.length];
    Arrays.setAll(counted, row -> targets[row] == wanted ? weight(weights, row) : 0);
    return counts.sums(counted);
  }

  @Override
  Histogram histogram(int term) {
    if (term != heldTerm || drift > MOST_DRIFT) {
      hold(term);
    }
    return histogram;
  }

  private void hold(int term) {
    int cells = terms.shape(term).cellCount();
    int stride = Kernels.tableSize(cells);
    sums = Kernels.zeros(sums, 4 * stride);
    boolean due = pendingTerm != NONE;
    LogLossKernels.histogram(
        low,
        high,
        terms.cells(due ? pendingTerm : term),
        due ? factors : none,
        side,
        trainingWeights,
        terms.cells(term),
        sums,
        buffers);
    double[] seconds = positives.of(term);
    for (int cell = 0; cell < cells; cell++) {
      histogram.gradients[cell] = sums[2 * cell] - seconds[cell];
      histogram.hessians[cell] = Math.max(0, sums[2 * cell] - sums[2 * cell + 1]);
    }
    nowHolding(term);
    drift = 0;
  }

  @Override
  Step apply(Step step) {
    int term = step.term();
    int cells = terms.shape(term).cellCount();
    if (pendingTerm != term) {
      flush();
      factors = ones(factors, Kernels.tableSize(cells));
      pendingTerm = term;
      heldTerm = heldTerm == term ? term : NONE;
    }
    double[] values = step.values();
    if (step instanceof Step.Ranges) {
      step.forEachRun((from, to, leaf) -> shift(term, from, to, values[leaf]));
    } else {
      step.forEachRun((from, to, leaf) -> shiftEach(term, from, to, values[leaf]));
    }
    noteMovement(step);
    loss = meanLoss();
    return step;
  }

  /** Cell by cell, as runs of the same leaf are short where cells are not in its order. */
  private void shiftEach(int term, int from, int to, double change) {
    for (int cell = from; cell < to; cell++) {
      shift(term, cell, cell + 1, change);
    }
  }

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
    if (pendingTerm != NONE) {
      int[] due = terms.cells(pendingTerm);
      LogLossKernels.multiply(low, high, due, factors, 0, low.length);
      pendingTerm = NONE;
      heldTerm = NONE;
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
  double validationLoss() {
    return loss;
  }

  /**
   * Weighted mean of log(1 + odds) over rows of the second class and log(1 + 1/odds) over the
   * others.
   */
  private double meanLoss() {
    int[] cells = terms.cells(Math.max(0, pendingTerm));
    float[] due = pendingTerm == NONE ? none : factors;
    double total =
        LogLossKernels.sumLogOnePlus(low, cells, due, 0, lowValidation, lowWeights, ratios)
            + LogLossKernels.sumLogOnePlus(
                high, cells, due, 16, highValidation, highWeights, ratios)
            - negativeLogs;
    return total / validationWeight;
  }

  private double sumNegativeLogs() {
    double sum = 0;
    for (int word : lowNegatives) {
      sum += weight(weights, word) * Math.log(low[word]);
    }
    for (int word : highNegatives) {
      sum += weight(weights, high.length + word) * Math.log(high[word]);
    }
    return sum;
  }
}
