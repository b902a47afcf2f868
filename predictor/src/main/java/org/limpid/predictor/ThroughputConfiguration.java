package org.limpid.predictor;

import java.util.Objects;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Trainer;
import org.limpid.predictor.feature.LoadFeatures;

/**
 * How a model of the load is trained. Immutable.
 *
 * @param name how it is called in tables and in the provenance of models
 * @param features what it predicts from
 * @param trainer learns the model; any glass-box or other trainer of regressions
 * @param halfLifeDays the weight of a slot halves with every so many days before the end of the
 *     training; {@code Double.POSITIVE_INFINITY}: all slots count the same
 */
public record ThroughputConfiguration(
    String name, LoadFeatures features, Trainer<?> trainer, double halfLifeDays) {
  public ThroughputConfiguration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(trainer, "trainer");
    if (!(halfLifeDays > 0)) {
      throw new IllegalArgumentException("expected a half-life above 0 days: " + halfLifeDays);
    }
  }

  /** A configuration of an explainable boosting machine. */
  public static ThroughputConfiguration ebm(
      String name, LoadFeatures features, EbmParameters parameters, double halfLifeDays) {
    return new ThroughputConfiguration(name, features, new EbmTrainer(parameters), halfLifeDays);
  }
}
