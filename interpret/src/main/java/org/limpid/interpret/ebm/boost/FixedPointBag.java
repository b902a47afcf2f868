package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A bag under squared error without weights, in whole numbers: a residual is a multiple of a fixed
 * unit, and so is every step. Sums are then exact, whatever their order, and residuals and scores
 * never drift apart.
 *
 * <p>Under squared error a step changes the histogram of its own term in a known way: each cell's
 * sum falls by the step times the number of rows. So rows are visited only when boosting turns to
 * another term; until then the steps of the term at hand are collected in one table.
 */
final class FixedPointBag extends BagState {
  /** Residuals start within 2^26 units and may grow 16-fold before an int overflows. */
  private static final int BITS = 26;

  private static final double HEADROOM = 15.0 * (1 << BITS);

  /** With a spread of fewer units than this, rounding would show. */
  private static final double LEAST_SPREAD = 1 << 11;

  private static final int NO_CUT = -1;

  private final boolean filler;
  private final double unit;
  private final double perUnit;
  private final int[] low;
  private final int[] high;
  private final int validationCount;
  private final int trainingCount;
  private final double[] dense;
  private final long[] belowSums = new long[2];

  private double squares;
  private long validationSum;
  private long trainingSum;
  private double movement;

  private long[] heldSums = {};
  private int[] pending = {};
  private int pendingCut = NO_CUT;
  private int pendingBelow;
  private int pendingAbove;
  private int summedTerm = NONE;
  private int summedCut;

  private FixedPointBag(StageTerms terms, BagRows rows, double unit, int[] low, int[] high) {
    super(terms, rows, 1);
    this.unit = unit;
    perUnit = 1 / unit;
    this.low = low;
    this.high = high;
    filler = terms.matrix().hasFiller();
    validationCount = rows.validationCount();
    trainingCount = rows.rowCount() - validationCount;
    histogram.countsAreHessians = true;
    dense = new double[terms.mostCells()];
    for (int row = 0; row < rows.rowCount(); row++) {
      addSquare(row, rows.isValidation(row));
    }
  }

  /**
   * The state before the first step of a stage; {@code null} if the residuals are spread so
   * unevenly that whole numbers would not do.
   */
  static FixedPointBag of(StageTerms terms, BagRows rows, IntToDoubleFunction residuals) {
    double unit = unit(rows.rowCount(), residuals);
    if (!(unit > 0)) {
      return null;
    }
    int half = terms.matrix().half();
    int[] low = new int[half];
    int[] high = new int[half];
    for (int row = 0; row < rows.rowCount(); row++) {
      int flag = rows.isValidation(row) ? 1 : 0;
      int value = (int) Math.rint(residuals.applyAsDouble(row) / unit) << 1 | flag;
      if (row < half) {
        low[row] = value;
      } else {
        high[row - half] = value;
      }
    }
    FixedPointBag bag = new FixedPointBag(terms, rows, unit, low, high);
    bag.silenceFiller();
    return bag;
  }

  /** A power of two, so that multiples of it add up exactly as doubles, too. */
  private static double unit(int rowCount, IntToDoubleFunction residuals) {
    double largest = 0;
    double squares = 0;
    for (int row = 0; row < rowCount; row++) {
      double residual = residuals.applyAsDouble(row);
      largest = Math.max(largest, Math.abs(residual));
      squares += residual * residual;
    }
    if (largest == 0 || !(largest < 1e100)) {
      return 0;
    }
    double unit = Math.scalb(1.0, Math.getExponent(largest) + 1 - BITS);
    return Math.sqrt(squares / rowCount) / unit < LEAST_SPREAD ? 0 : unit;
  }

  private void addSquare(int row, boolean validation) {
    long value = (row < low.length ? low[row] : high[row - low.length]) >> 1;
    if (validation) {
      validationSum += value;
      squares += (double) value * value;
    } else {
      trainingSum += value;
    }
  }

  /** A validation row with residual 0. */
  private void silenceFiller() {
    if (filler) {
      high[high.length - 1] = 1;
    }
  }

  @Override
  Histogram histogram(int term) {
    int cells = terms.shape(term).cellCount();
    if (term != heldTerm) {
      flush();
      hold(term, cells);
    }
    double negative = -unit;
    for (int cell = 0; cell < cells; cell++) {
      histogram.gradients[cell] = negative * heldSums[cell];
    }
    if (histogram.counts != counts.training(term)) {
      histogram.counts = counts.training(term);
      for (int cell = 0; cell < cells; cell++) {
        histogram.hessians[cell] = histogram.counts[cell];
      }
    }
    histogram.cellCount = cells;
    return histogram;
  }

  private void hold(int term, int cells) {
    int stride = Kernels.tableSize(cells);
    heldSums = Kernels.zeros(heldSums, 2 * stride);
    int[] packed = terms.cells(term);
    Kernels.histogram(low, high, packed, heldSums);
    if (filler) {
      heldSums[stride + (packed[packed.length - 1] >>> 16)]--;
    }
    // A stored residual is twice its value, plus 1 where it validates.
    int[] validation = counts.validation(term);
    for (int cell = 0; cell < cells; cell++) {
      heldSums[cell] >>= 1;
      heldSums[stride + cell] = (heldSums[stride + cell] - validation[cell]) >> 1;
    }
    heldTerm = term;
  }

  @Override
  boolean sumsBelow(int term, int cut, double[] sums) {
    flush();
    heldTerm = NONE;
    Kernels.sumBelow(low, high, terms.cells(term), cut, belowSums);
    long flagged = validationBelow(term, cut) + (filler ? 1 : 0);
    belowSums[0] = (belowSums[0] - belowSums[1] - flagged) >> 1;
    belowSums[1] >>= 1;
    summedTerm = term;
    summedCut = cut;
    sums[0] = -unit * belowSums[1];
    sums[1] = sum(counts.training(term), cut);
    sums[2] = -unit * trainingSum;
    sums[3] = trainingCount;
    return true;
  }

  private long validationBelow(int term, int cut) {
    return sum(counts.validation(term), cut);
  }

  private static long sum(int[] counts, int end) {
    long sum = 0;
    for (int cell = 0; cell < end; cell++) {
      sum += counts[cell];
    }
    return sum;
  }

  @Override
  Step apply(Step step) {
    Step taken = step.rounded(unit);
    if (isCut(taken)) {
      applyCut((Step.Ranges) taken);
    } else {
      applyTable(taken);
    }
    guardOverflow(taken);
    return taken;
  }

  private boolean isCut(Step step) {
    return step instanceof Step.Ranges ranges
        && ranges.ends().length == 2
        && heldTerm != step.term()
        && summedTerm == step.term()
        && summedCut == ranges.ends()[0];
  }

  /** After {@link #sumsBelow}, whose sums say how the validation loss changes. */
  private void applyCut(Step.Ranges step) {
    heldTerm = NONE;
    pendingTerm = step.term();
    pendingCut = step.ends()[0];
    pendingBelow = units(step.values()[0]);
    pendingAbove = units(step.values()[1]);
    long validationAbove = validationSum - belowSums[0];
    long rowsBelow = validationBelow(step.term(), pendingCut);
    change(pendingBelow, belowSums[0], rowsBelow);
    change(pendingAbove, validationAbove, validationCount - rowsBelow);
    long trainingBelow = sum(counts.training(step.term()), pendingCut);
    trainingSum -= pendingBelow * trainingBelow + pendingAbove * (trainingCount - trainingBelow);
    summedTerm = NONE;
  }

  private void applyTable(Step step) {
    int term = step.term();
    int cells = terms.shape(term).cellCount();
    if (heldTerm != term) {
      flush();
      hold(term, cells);
    }
    if (pendingTerm != term) {
      pendingTerm = term;
      pendingCut = NO_CUT;
      pending = Kernels.zeros(pending, Kernels.tableSize(cells));
    }
    if (step instanceof Step.Ranges) {
      double[] values = step.values();
      step.forEachRun((from, to, leaf) -> shift(term, from, to, units(values[leaf])));
    } else {
      Arrays.fill(dense, 0, cells, 0);
      step.addTo(dense);
      shiftRuns(term, cells);
    }
    summedTerm = NONE;
  }

  /** Neighbouring cells mostly move by the same amount. */
  private void shiftRuns(int term, int cells) {
    int start = 0;
    for (int cell = 1; cell <= cells; cell++) {
      if (cell == cells || dense[cell] != dense[start]) {
        shift(term, start, cell, units(dense[start]));
        start = cell;
      }
    }
  }

  private void shift(int term, int from, int to, int change) {
    int[] training = counts.training(term);
    int[] validation = counts.validation(term);
    int stride = heldSums.length / 2;
    long validationResiduals = 0;
    long validationRows = 0;
    long trainingRows = 0;
    for (int cell = from; cell < to; cell++) {
      validationResiduals += heldSums[stride + cell];
      validationRows += validation[cell];
      trainingRows += training[cell];
    }
    for (int cell = from; cell < to; cell++) {
      pending[cell] += change;
      heldSums[cell] -= (long) change * training[cell];
      heldSums[stride + cell] -= (long) change * validation[cell];
    }
    change(change, validationResiduals, validationRows);
    trainingSum -= change * trainingRows;
  }

  /** Exact, as both are multiples of powers of two. */
  private int units(double value) {
    return (int) (value * perUnit);
  }

  /** Of {@code rows} validation rows with residuals of this sum each falls by {@code change}. */
  private void change(int change, long sum, long rows) {
    squares += (double) change * ((double) change * rows - 2.0 * sum);
    validationSum -= change * rows;
  }

  private void flush() {
    if (pendingTerm == NONE) {
      return;
    }
    int[] packed = terms.cells(pendingTerm);
    if (pendingCut == NO_CUT) {
      for (int cell = 0; cell < pending.length; cell++) {
        pending[cell] <<= 1;
      }
      Kernels.subtractTable(low, high, packed, pending);
    } else {
      Kernels.subtractCut(low, high, packed, pendingCut, pendingBelow << 1, pendingAbove << 1);
    }
    silenceFiller();
    pendingTerm = NONE;
    heldTerm = NONE;
  }

  /** Looks at all residuals whenever the steps together could have overflowed one of them. */
  private void guardOverflow(Step step) {
    movement += step.largestValue() / unit;
    if (movement > HEADROOM / 2) {
      flush();
      movement = Math.max(largest(low), largest(high)) - (1 << BITS);
      if (movement > HEADROOM / 4) {
        throw new OverflowException();
      }
    }
  }

  private static double largest(int[] residuals) {
    int largest = 0;
    for (int residual : residuals) {
      largest = Math.max(largest, Math.abs(residual >> 1));
    }
    return largest;
  }

  @Override
  double validationLoss() {
    return validationCount == 0 ? Double.NaN : squares * unit * unit / validationCount;
  }

  /** Residuals have grown so much that the bag must be boosted in floating point. */
  static final class OverflowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverflowException() {
      super("residuals overflow", null, false, false);
    }
  }
}
