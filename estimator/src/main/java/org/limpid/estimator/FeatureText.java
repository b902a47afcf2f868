package org.limpid.estimator;

import java.util.Optional;
import java.util.function.DoubleFunction;
import org.limpid.estimator.history.HistoryScale;

/** How values of the features of durations are written for people. */
public final class FeatureText {
  private static final double MINUTES_PER_HOUR = 60;

  private FeatureText() {}

  /**
   * What turns a value of a feature into text: times of day, and times and counts in place of their
   * logarithms; empty if the feature is a plain number.
   */
  public static Optional<DoubleFunction<String>> of(String feature) {
    return feature.equals(JobFeatures.HOUR)
        ? Optional.of(FeatureText::clock)
        : HistoryScale.of(feature).map(scale -> scale::text);
  }

  private static String clock(double hours) {
    int minutes = (int) Math.floor(hours * MINUTES_PER_HOUR);
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }
}
