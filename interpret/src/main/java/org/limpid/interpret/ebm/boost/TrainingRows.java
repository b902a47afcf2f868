package org.limpid.interpret.ebm.boost;

import org.limpid.interpret.ebm.objective.Objective;

/**
 * What all bags share: the rows as bins, what is minimised, the target of each row on the scale of
 * that, or the position of its class, weights or {@code null}, what is added to the score of each
 * row as it is or {@code null}, and how many bootstrap samples a bag has; 0: none.
 */
public record TrainingRows(
    BinMatrix matrix,
    Objective objective,
    double[] targets,
    double[] weights,
    double[] offsets,
    int innerBags) {
  /** Rows to whose scores nothing is added. */
  public TrainingRows(
      BinMatrix matrix, Objective objective, double[] targets, double[] weights, int innerBags) {
    this(matrix, objective, targets, weights, null, innerBags);
  }

  /** What is added to a score of a row as it is. */
  public double offset(int row, int index) {
    return offsets == null ? 0 : offsets[row * objective.scoreCount() + index];
  }

  public int rowCount() {
    return matrix.rowCount();
  }
}
