package org.limpid.interpret.tree;

/**
 * Judges cuts of one node: its rows begin on the right and are moved to the left one by one. Not
 * safe for several threads.
 */
abstract sealed class Criterion permits SquaredError, Gini {
  /** Weight of each row of the training set. */
  final double[] weights;

  /** Total weight of the node's rows on the left. */
  double leftWeight;

  /** Total weight of the node's rows on the right. */
  double rightWeight;

  Criterion(double[] weights) {
    this.weights = weights;
  }

  /** Begins a node with these rows, and tells what it is like. */
  abstract NodeSummary begin(int[] rows, int from, int to);

  /** Moves all rows back to the right. */
  abstract void reset();

  /** Moves a row to the left. */
  abstract void moveLeft(int row);

  /**
   * How good the cut is, up to a constant of the node: the decrease of weight x impurity. Both
   * sides must have a row.
   */
  abstract double score();

  /**
   * In how many ways categories are to be ordered, so that a cut in one of the orders is good. For
   * a number and for two classes one order holds the best of all subsets (Fisher 1958; Breiman et
   * al., 1984, section 4.2.2); for more classes there is one order per class, which is a heuristic.
   */
  abstract int orderCount();

  /** What categories are ordered by the mean of. */
  abstract double orderValue(int row, int order);
}
