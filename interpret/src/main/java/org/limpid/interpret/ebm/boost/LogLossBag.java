package org.limpid.interpret.ebm.boost;

import java.util.Arrays;

/**
 * A bag under log loss with two classes and without weights. It keeps odds {@code e^-score} in
 * place of scores: a step multiplies them, so that no exponential has to be taken for a row.
 */
final class LogLossBag implements BagState {
  /** Products of this many terms 1 + odds stay finite, as odds stay below {@link #MOST_ODDS}. */
  private static final int PRODUCT = 8;

  private static final float MOST_ODDS = 1e30f;
  private static final float LEAST_ODDS = 1e-30f;

  private final Terms terms;
  private final CellCounts counts;
  private final byte[] side;
  private final byte[] positive;
  private final float[] low;
  private final float[] high;
  private final int[] validationRows;
  private final Histogram histogram;
  private final double[] dense;
  private double[] sums = {};
  private float[] factors = {};
  private double movement;
  private double loss;

  /** Scores from which odds are made. */
  interface Scores {
    double of(int row);
  }

  /**
   * The state before the first step of a stage.
   *
   * @param positive per word 1 in bit 0 (lower row) and bit 1 (upper row) for the second class
   */
  LogLossBag(Terms terms, BagRows rows, byte[] positive, Scores scores) {
    this.terms = terms;
    this.positive = positive;
    side = rows.side();
    counts = new CellCounts(terms, rows);
    histogram = new Histogram(terms.mostCells(), 1);
    dense = new double[terms.mostCells()];
    int half = terms.matrix().half();
    low = new float[half];
    high = new float[half];
    validationRows = new int[rows.validationCount()];
    int found = 0;
    for (int row = 0; row < rows.rowCount(); row++) {
      (row < half ? low : high)[row < half ? row : row - half] = (float) Math.exp(-scores.of(row));
      if (rows.isValidation(row)) {
        validationRows[found++] = row;
      }
    }
    loss = meanLoss();
  }

  @Override
  public Histogram histogram(int term) {
    int cells = terms.shape(term).cellCount();
    int stride = Kernels.tableSize(cells);
    if (sums.length != 4 * stride) {
      sums = new double[4 * stride];
    } else {
      Arrays.fill(sums, 0, 2 * stride, 0);
    }
    LogLossKernels.histogram(low, high, side, positive, terms.cells(term), sums);
    for (int cell = 0; cell < cells; cell++) {
      histogram.gradients[cell] = sums[2 * cell];
      histogram.hessians[cell] = sums[2 * cell + 1];
    }
    histogram.counts = counts.training(term);
    histogram.cellCount = cells;
    return histogram;
  }

  @Override
  public Step apply(Step step) {
    int[] packed = terms.cells(step.term());
    if (step instanceof Step.Ranges ranges && ranges.ends().length == 2) {
      Kernels.multiplyCut(
          low, high, packed, ranges.ends()[0], factor(step.values()[0]), factor(step.values()[1]));
    } else {
      Kernels.multiplyTable(low, high, packed, factors(step));
    }
    limitOdds(step);
    loss = meanLoss();
    return step;
  }

  private float[] factors(Step step) {
    int cells = terms.shape(step.term()).cellCount();
    int length = Kernels.tableSize(cells);
    if (factors.length != length) {
      factors = new float[length];
    }
    Arrays.fill(dense, 0, cells, 0);
    step.addTo(dense);
    for (int cell = 0; cell < cells; cell++) {
      factors[cell] = factor(dense[cell]);
    }
    return factors;
  }

  private static float factor(double change) {
    return (float) Math.exp(-change);
  }

  /** Looks at all odds whenever the steps together could have led one out of bounds. */
  private void limitOdds(Step step) {
    double largest = 0;
    for (double value : step.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    movement += largest;
    if (movement > 10) {
      limit(low);
      limit(high);
      movement = 0;
    }
  }

  private static void limit(float[] odds) {
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Math.clamp(odds[i], LEAST_ODDS, MOST_ODDS);
    }
  }

  @Override
  public boolean hasMissing(int term) {
    return counts.training(term)[0] + counts.validation(term)[0] > 0;
  }

  @Override
  public double validationLoss() {
    return loss;
  }

  /**
   * Mean of log(1 + odds) over rows of the second class and log(1 + 1/odds) over the others; one
   * logarithm for {@value #PRODUCT} rows.
   */
  private double meanLoss() {
    if (validationRows.length == 0) {
      return Double.NaN;
    }
    double total = 0;
    double product = 1;
    int half = low.length;
    for (int i = 0; i < validationRows.length; i++) {
      int row = validationRows[i];
      boolean lower = row < half;
      int word = lower ? row : row - half;
      float odds = lower ? low[word] : high[word];
      boolean second = (positive[word] >>> (lower ? 0 : 1) & 1) == 1;
      product *= 1 + (second ? odds : 1.0 / odds);
      if ((i + 1) % PRODUCT == 0) {
        total += Math.log(product);
        product = 1;
      }
    }
    return (total + Math.log(product)) / validationRows.length;
  }
}
