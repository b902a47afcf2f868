package org.limpid.interpret.binning;

/**
 * Sorts values of one feature into numbered bins. Bin 0 takes missing values, bins 1 to {@link
 * #regularCount()} the values seen in training, and the last bin categories that were not seen.
 */
public sealed interface Bins permits CutBins, CategoryBins {
  int MISSING = 0;

  /** How many bins there are for values that are neither missing nor unseen; at least 1. */
  int regularCount();

  /** How many bins there are, those of missing and unseen values included. */
  default int count() {
    return regularCount() + 2;
  }

  /** The bin of categories that were not seen in training. */
  default int unseen() {
    return regularCount() + 1;
  }

  /**
   * The bin of a value in the encoding of {@code Row}: a number, the position of a category, {@code
   * NaN} for missing or -1 for an unseen category.
   */
  int binOf(double encoded);
}
