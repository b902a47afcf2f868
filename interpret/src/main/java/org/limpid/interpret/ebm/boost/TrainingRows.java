package org.limpid.interpret.ebm.boost;

import java.util.Objects;
import org.limpid.interpret.ebm.objective.Objective;

/**
 * What all bags share: the rows as bins, what is to be predicted, and what is minimised.
 *
 * @param matrix the rows as bins
 * @param objective what is minimised
 * @param targets target of each row, on the scale of the objective; positions of classes for a
 *     classification
 * @param weights weight of each row, or {@code null} if all count the same
 * @param innerBags bootstrap samples within a bag; 0 for none
 */
public record TrainingRows(
    BinMatrix matrix, Objective objective, double[] targets, double[] weights, int innerBags) {
  public TrainingRows {
    Objects.requireNonNull(matrix, "matrix");
    Objects.requireNonNull(objective, "objective");
    Objects.requireNonNull(targets, "targets");
  }

  /** How many rows there are. */
  public int rowCount() {
    return matrix.rowCount();
  }
}
