package org.limpid.interpret.explain;

import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;

/** A number that says how good predictions are: an error, or a rate of success. */
@FunctionalInterface
public interface PredictionScore {
  /** Which scores are good ones. */
  enum Better {
    /** The score is an error. */
    LOWER,
    /** The score is a rate of success. */
    HIGHER;

    /** How much worse {@code score} is than {@code baseline}; negative when it is better. */
    double loss(double baseline, double score) {
      return this == LOWER ? score - baseline : baseline - score;
    }
  }

  /** The score of these predictions. */
  double score(Target actual, Predictions predicted);
}
