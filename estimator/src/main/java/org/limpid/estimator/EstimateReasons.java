package org.limpid.estimator;

import java.util.Objects;
import org.limpid.interpret.explain.PredictionExplanation;

/**
 * Why a model estimates a duration: intercept and contributions add up to its prediction, which is
 * calibrated to seconds.
 *
 * @param model the model
 * @param explanation of its prediction, on its scale
 * @param seconds the estimate
 */
public record EstimateReasons(
    JobDurationModel model, PredictionExplanation explanation, double seconds) {
  public EstimateReasons {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(explanation, "explanation");
  }
}
