package org.limpid.interpret.tree;

import java.util.Arrays;

/** What a split asks of a value that is neither missing nor unseen: yes leads left. */
public sealed interface Condition {
  /**
   * Whether a value leads left: a number, or the position of a category as in {@code Row}; not
   * {@code NaN}.
   */
  boolean isLeft(double encoded);

  /**
   * A number leads left when it is not above a finite threshold, {@link #ANY_VALUE} where only
   * missing values lead right.
   */
  record Threshold(double threshold) implements Condition {
    /** The threshold that no number is above. */
    public static final double ANY_VALUE = Double.MAX_VALUE;

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
   * Some categories of the feature lead left; nominal ones that no row of the node had lead in the
   * default direction. Immutable; equal when the same ones do.
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
