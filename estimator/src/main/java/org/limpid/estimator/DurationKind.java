package org.limpid.estimator;

import java.util.Objects;

/**
 * Which models of durations are learnt.
 *
 * @param features what they may look at
 * @param form how they are made
 */
public record DurationKind(FeatureSet features, DurationForm form) {
  public DurationKind {
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(form, "form");
  }

  /**
   * What learns how long a job takes, for people who ask: the median.
   *
   * @param threads most bags at the same time; the model does not depend on it
   */
  public WorkloadTrainer trainer(int threads) {
    return switch (form) {
      case READABLE -> WorkloadTrainer.readable(features, features.readable(), threads);
      case LARGE -> WorkloadTrainer.ebm(features, threads);
    };
  }

  /** What learns within a simulation, for a scheduler that orders jobs: the mean. */
  public WorkloadTrainer quickTrainer() {
    return switch (form) {
      case READABLE -> WorkloadTrainer.quickReadable(features, features.readable());
      case LARGE -> WorkloadTrainer.quickEbm(features);
    };
  }
}
