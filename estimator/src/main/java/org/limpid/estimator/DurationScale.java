package org.limpid.estimator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a model of durations predicts, and so which errors count in its training. Durations below a
 * second count as one where scores are factors.
 */
public enum DurationScale {
  /**
   * ln(1 + seconds): errors count in relation to the duration, as for people who ask how long it
   * will take.
   */
  LOGARITHM("ln(1 + duration)", true),

  /**
   * Seconds: errors count as what they cost. Serving jobs by their <em>mean</em> duration times
   * their GPUs makes the expected sum of completion times smallest (Smith's rule, as long as jobs
   * are not preempted), so that a few jobs that may last for days weigh what they will hold up.
   */
  SECONDS("duration (s)", true),

  /**
   * ln(seconds), not calibrated: the exponentials of the scores are factors, whose product is the
   * estimate. Made for the median.
   */
  MEDIAN_FACTORS("ln(duration)", false),

  /**
   * Seconds by a model with a logarithmic link, not calibrated: again the exponentials of the
   * scores are factors. Made for the mean, see {@link #SECONDS}.
   */
  MEAN_FACTORS("duration (s)", false);

  private final String target;
  private final boolean calibrated;

  DurationScale(String target, boolean calibrated) {
    this.target = target;
    this.calibrated = calibrated;
  }

  /** Name of the predicted column. */
  public String target() {
    return target;
  }

  /** The name in files. */
  public String scaleName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<DurationScale> named(String name) {
    return Arrays.stream(values()).filter(scale -> scale.scaleName().equals(name)).findFirst();
  }

  /** Whether a {@link MonotoneCalibration} makes seconds of a prediction. */
  public boolean isCalibrated() {
    return calibrated;
  }

  /** Whether the exponentials of a model's scores are factors whose product is the estimate. */
  public boolean isOfFactors() {
    return !calibrated;
  }

  /** A duration as the model sees it. */
  public double of(double seconds) {
    return switch (this) {
      case LOGARITHM -> StrictMath.log1p(seconds);
      case SECONDS -> seconds;
      case MEDIAN_FACTORS -> StrictMath.log(Math.max(1, seconds));
      case MEAN_FACTORS -> Math.max(1, seconds);
    };
  }

  /** The seconds that a prediction stands for, before any calibration. */
  public double seconds(double prediction) {
    return switch (this) {
      case LOGARITHM -> StrictMath.expm1(prediction);
      case SECONDS, MEAN_FACTORS -> prediction;
      case MEDIAN_FACTORS -> StrictMath.exp(prediction);
    };
  }
}
