package org.limpid.estimator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much of a model of durations a person can hold in mind. */
public enum DurationForm {
  /**
   * At most a dozen named features ({@link FeatureSet#readable}), whose effects are factors that
   * multiply to the estimate. A longer duration of former jobs never lowers it.
   */
  READABLE,

  /** All features, several histories of which overlap; effects are added, and calibrated. */
  LARGE;

  /** The name on the command line and in files: {@code readable}. */
  public String formName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form of this name. */
  public static Optional<DurationForm> named(String name) {
    return Arrays.stream(values()).filter(form -> form.formName().equals(name)).findFirst();
  }
}
