package org.limpid.interpret.ebm.boost;

/**
 * Sums over the training rows in each cell of a term. One object serves all terms of a bag in turn.
 *
 * <p>Gradients and hessians are cells x scores.
 */
final class Histogram {
  final double[] gradients;
  final double[] hessians;
  final int scoreCount;
  int cellCount;

  /** Whether the hessian of every cell is its number of rows. */
  boolean countsAreHessians;

  /** Training rows in each cell; the caller must not change it. */
  int[] counts;

  Histogram(int mostCells, int scoreCount) {
    this.scoreCount = scoreCount;
    gradients = new double[mostCells * scoreCount];
    hessians = new double[mostCells * scoreCount];
  }
}
