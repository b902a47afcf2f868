package org.limpid.baselines.lime;

import java.util.List;
import java.util.Objects;

/**
 * Why a model predicts what it does for one row, by a linear model that was fitted to it nearby.
 *
 * @param prediction what the model predicts: the number, or the probability of the class
 * @param intercept what the linear model predicts for a row of average values
 * @param contributions one per feature that the linear model uses, largest first
 * @param rootMeanSquaredError how far the linear model is off for the rows drawn, of which near
 *     ones count more; in the unit of the prediction. Where it is not small, contributions say
 *     little
 */
public record LimeExplanation(
    double prediction,
    double intercept,
    List<Contribution> contributions,
    double rootMeanSquaredError) {
  public LimeExplanation {
    contributions = List.copyOf(contributions);
  }

  /**
   * What a feature adds in the linear model, compared with its average in the reference.
   *
   * @param feature name of the feature
   * @param value its value in the row, as text
   * @param score what it adds, in the unit of the prediction
   */
  public record Contribution(String feature, String value, double score) {
    public Contribution {
      Objects.requireNonNull(feature, "feature");
      Objects.requireNonNull(value, "value");
    }
  }

  /** What the linear model predicts for the row: intercept plus contributions. */
  public double fitted() {
    double sum = intercept;
    for (Contribution contribution : contributions) {
      sum += contribution.score();
    }
    return sum;
  }
}
