package org.limpid.interpret.ebm.boost;

/** The rows of one bag while it is boosted: where they stand and how well they are predicted. */
interface BagState {
  /** Sums over the training rows per cell of a term; valid until the next call. */
  Histogram histogram(int term);

  /**
   * Changes the scores of all rows.
   *
   * @return the step that was taken, which may be rounded
   */
  Step apply(Step step);

  /** Mean loss of the validation rows; {@code NaN} when there are none. */
  double validationLoss();

  /**
   * Sums of gradients and hessians over the training rows in cells below a cut, and over all
   * training rows.
   *
   * @param sums receives gradient below, hessian below, gradient of all, hessian of all
   * @return whether it could be done; if not, {@link #histogram} has to serve
   */
  default boolean sumsBelow(int term, int cut, double[] sums) {
    return false;
  }

  /** Whether any row lacks the feature of a term of one feature. */
  boolean hasMissing(int term);
}
