package org.limpid.interpret.tree;

import java.util.Arrays;

/** What a split asks of a value that is neither missing nor unseen: yes leads left. */
public sealed interface Condition {
  /**
   * Whether the value leads left.
   *
   * @param encoded as in {@code Row}: a number, or the position of a category; not {@code NaN}
   */
  boolean isLeft(double encoded);

  /**
   * A number leads left when it is not above a threshold.
   *
   * @param threshold a finite number
   */
  record Threshold(double threshold) implements Condition {
    public Threshold {
      if (!Double.isFinite(threshold)) {
        throw new IllegalArgumentException("expected a finite threshold: " + threshold);
      }
    }

    @Override
    public boolean isLeft(double encoded) {
      return encoded <= threshold;
    }
  }

  /**
   * Some categories lead left. Immutable; equal when the same ones do.
   *
   * @param left for every category of the feature whether it leads left. Those that no row of the
   *     node had lead in the default direction of the split
   */
  record Categories(boolean[] left) implements Condition {
    public Categories {
      left = left.clone();
    }

    /** For every category whether it leads left. A copy. */
    @Override
    public boolean[] left() {
      return left.clone();
    }

    /** How many categories the feature has. */
    public int size() {
      return left.length;
    }

    @Override
    public boolean isLeft(double encoded) {
      return left[(int) encoded];
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Categories that && Arrays.equals(left, that.left);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(left);
    }

    @Override
    public String toString() {
      return "Categories" + Arrays.toString(left);
    }
  }
}
