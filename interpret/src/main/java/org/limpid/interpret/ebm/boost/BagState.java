package org.limpid.interpret.ebm.boost;

/**
 * The rows of one bag while it is boosted: where they stand and how well they are predicted.
 *
 * <p>Most bags visit all rows only when boosting turns to another term. Until then they know what a
 * step does to the sums of the term at hand, and collect the steps that the rows have not seen.
 */
abstract class BagState {
  static final int NONE = -1;

  final StageTerms terms;
  final CellCounts counts;
  final Histogram histogram;

  /** The term whose sums are at hand, or {@link #NONE}. */
  int heldTerm = NONE;

  /** The term of the steps that the rows have not seen, or {@link #NONE}. */
  int pendingTerm = NONE;

  BagState(StageTerms terms, BagRows rows, int scoreCount) {
    this.terms = terms;
    counts = new CellCounts(terms, rows);
    histogram = new Histogram(terms.mostCells(), scoreCount);
  }

  /** Sums over the training rows per cell of a term; valid until the next call. */
  abstract Histogram histogram(int term);

  /** Changes the scores of all rows by a step, which may be rounded, and gives what was taken. */
  abstract Step apply(Step step);

  /** Mean loss of the validation rows; {@code NaN} when there are none. */
  abstract double validationLoss();

  /**
   * Sums over the training rows: gradient and hessian in the cells below a cut, gradient and
   * hessian of all. If false, it could not be done and {@link #histogram} has to serve.
   */
  boolean sumsBelow(int term, int cut, double[] sums) {
    return false;
  }

  /** How many bootstrap samples there are within the bag; 0 for none. */
  int innerBagCount() {
    return 0;
  }

  /** Chooses which bootstrap sample the next histograms are of. */
  void useInnerBag(int bag) {}

  /** Notes that the rows have seen all steps and that the sums at hand are those of this term. */
  final void nowHolding(int term) {
    histogram.counts = counts.training(term);
    histogram.cellCount = terms.shape(term).cellCount();
    pendingTerm = NONE;
    heldTerm = term;
  }

  static double weight(double[] weights, int row) {
    return weights == null ? 1 : weights[row];
  }
}
