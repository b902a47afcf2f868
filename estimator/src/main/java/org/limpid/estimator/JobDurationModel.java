package org.limpid.estimator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;

/**
 * A trained workload estimate. Immutable and safe for several threads.
 *
 * <p>The estimated duration is clipped to 1 .. {@link #longestSeconds}. Before that it is e^c(m) -
 * 1 seconds, where m is what {@link #model} predicts on the {@link #scale}, and c the {@link
 * #calibration}; or, where scores are factors, just what the prediction stands for.
 *
 * @param model the glass box (or another model), from named features to durations on the scale;
 *     global and local explanations are made from it
 * @param scale what the model predicts
 * @param calibration a strictly increasing function of the prediction, to ln(1 + seconds); empty
 *     where scores are factors
 * @param features what it may look at
 * @param longestSeconds longest duration of the training, seconds; estimates are clipped there
 * @param firstSubmission earliest submission of a training job, seconds
 * @param lastSubmission latest submission of a training job, seconds
 * @param leftOut what could not be used in the training and why, as sentences
 */
public record JobDurationModel(
    Model model,
    DurationScale scale,
    Optional<MonotoneCalibration> calibration,
    FeatureSet features,
    double longestSeconds,
    long firstSubmission,
    long lastSubmission,
    List<String> leftOut) {
  public JobDurationModel {
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(calibration, "calibration");
    Objects.requireNonNull(features, "features");
    leftOut = List.copyOf(leftOut);
    if (scale.isCalibrated() != calibration.isPresent()) {
      throw new IllegalArgumentException(
          "expected %s calibration on the scale %s"
              .formatted(scale.isCalibrated() ? "a" : "no", scale.scaleName()));
    }
    if (!(model.task() instanceof Task.Regression)) {
      throw new IllegalArgumentException("expected a model that predicts a number");
    }
    if (!(longestSeconds >= 1)) {
      throw new IllegalArgumentException("expected a second or more: " + longestSeconds);
    }
    if (firstSubmission > lastSubmission) {
      throw new IllegalArgumentException(
          "expected %d <= %d".formatted(firstSubmission, lastSubmission));
    }
  }

  /** The duration that a prediction of the model stands for, seconds. */
  public double seconds(double prediction) {
    double seconds =
        calibration
            .map(curve -> StrictMath.expm1(curve.apply(prediction)))
            .orElseGet(() -> scale.seconds(prediction));
    return Math.clamp(seconds, 1, longestSeconds);
  }

  /** Which models of durations it is one of. */
  public DurationKind kind() {
    return new DurationKind(
        features, scale.isOfFactors() ? DurationForm.READABLE : DurationForm.LARGE);
  }

  /** Names of the features that the model needs, in its order. */
  public List<String> featureNames() {
    List<String> names = new ArrayList<>();
    for (Feature feature : model.features()) {
      names.add(feature.name());
    }
    return names;
  }
}
