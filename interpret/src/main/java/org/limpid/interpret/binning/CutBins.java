package org.limpid.interpret.binning;

import java.util.Arrays;

/**
 * Bins of a numeric feature. A value belongs to bin 1 + (number of cuts that are not above it), so
 * that a bin holds its lower cut and not its upper one. Immutable.
 */
public final class CutBins implements Bins {
  private final double[] cuts;

  /** Bins between finite and strictly ascending cuts; without any, one bin for all numbers. */
  public CutBins(double... cuts) {
    this.cuts = cuts.clone();
    for (int i = 0; i < cuts.length; i++) {
      if (!Double.isFinite(cuts[i]) || (i > 0 && cuts[i] <= cuts[i - 1])) {
        throw new IllegalArgumentException("expected finite ascending cuts, found " + cuts[i]);
      }
    }
  }

  /** A cut; the first belongs to bin 2. */
  public double cut(int index) {
    return cuts[index];
  }

  public double[] cuts() {
    return cuts.clone();
  }

  @Override
  public int regularCount() {
    return cuts.length + 1;
  }

  /** Binary search that halves without a branch which the processor would have to guess. */
  @Override
  public int binOf(double encoded) {
    if (encoded != encoded) {
      return MISSING;
    }
    int base = 0;
    int length = cuts.length;
    while (length > 1) {
      int half = length >>> 1;
      base += cuts[base + half - 1] <= encoded ? half : 0;
      length -= half;
    }
    return length == 1 && cuts[base] <= encoded ? base + 2 : base + 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CutBins that && Arrays.equals(cuts, that.cuts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cuts);
  }

  @Override
  public String toString() {
    return "CutBins" + Arrays.toString(cuts);
  }
}
