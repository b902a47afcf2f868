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

  /**
   * Changes the scores of all rows.
   *
   * @return the step that was taken, which may be rounded
   */
  abstract Step apply(Step step);

  /** Mean loss of the validation rows; {@code NaN} when there are none. */
  abstract double validationLoss();

  /**
   * Sums of gradients and hessians over the training rows in cells below a cut, and over all
   * training rows.
   *
   * @param sums receives gradient below, hessian below, gradient of all, hessian of all
   * @return whether it could be done; if not, {@link #histogram} has to serve
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

  /** Whether any row lacks the feature of a term of one feature. */
  final boolean hasMissing(int term) {
    return counts.hasMissing(term);
  }

  /** Notes that the rows have seen all steps and that the sums at hand are those of this term. */
  final void nowHolding(int term) {
    histogram.counts = counts.training(term);
    histogram.cellCount = terms.shape(term).cellCount();
    pendingTerm = NONE;
    heldTerm = term;
  }

  /** The weight of a row, 1 without weights. */
  static double weight(double[] weights, int row) {
    return weights == null ? 1 : weights[row];
  }
}
