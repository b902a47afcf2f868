package org.limpid.interpret.tree;

/**
 * A way to split a node.
 *
 * @param score as in {@link Criterion#score}: more is better
 */
record Cut(int feature, Condition condition, boolean defaultLeft, double score) {
  /** Whether a value leads left. */
  boolean isLeft(double encoded) {
    if (Double.isNaN(encoded)) {
      return defaultLeft;
    }
    return condition.isLeft(encoded);
  }
}
