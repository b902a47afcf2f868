package org.limpid.estimator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a model of durations predicts, and so which errors count in its training. */
public enum DurationScale {
  /**
   * ln(1 + seconds): errors count in relation to the duration, as for people who ask how long it
   * will take.
   */
  LOGARITHM("ln(1 + duration)"),

  /**
   * Seconds: errors count as what they cost. Serving jobs by their <em>mean</em> duration times
   * their GPUs makes the expected sum of completion times smallest (Smith's rule, as long as jobs
   * are not preempted), so that a few jobs that may last for days weigh what they will hold up.
   */
  SECONDS("duration (s)");

  private final String target;

  DurationScale(String target) {
    this.target = target;
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

  /** A duration as the model sees it. */
  double of(double seconds) {
    return switch (this) {
      case LOGARITHM -> StrictMath.log1p(seconds);
      case SECONDS -> seconds;
    };
  }
}
