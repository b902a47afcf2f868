package org.limpid.interpret.ebm.boost;

import org.limpid.interpret.ebm.objective.Objective;

/**
 * What all bags share: the rows as bins, what is minimised, the target of each row on the scale of
 * that, or the position of its class, weights or {@code null}, and how many bootstrap samples a bag
 * has; 0: none.
 */
public record TrainingRows(
    BinMatrix matrix, Objective objective, double[] targets, double[] weights, int innerBags) {
  public int rowCount() {
    return matrix.rowCount();
  }
}
