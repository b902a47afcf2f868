package org.limpid.predictor;

import java.util.Locale;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.predictor.feature.LoadFeatures;

/**
 * Configurations that were found good on June to August of Venus, by name. What they reach is in
 * {@code docs/throughput-predict.md}.
 */
public enum ThroughputPreset {
  /** The settings of the notebook of Lucid's artifact: the 25 features, squared error, 10 pairs. */
  REFERENCE(LoadFeatures.REFERENCE, reference(), Double.POSITIVE_INFINITY),

  /** Predicts the mean: squared error on the extended features. */
  SQUARED(LoadFeatures.EXTENDED, quick("rmse", 4), 60),

  /** Predicts the median, which has the smallest absolute error. */
  ABSOLUTE(LoadFeatures.EXTENDED, quick("mae", 10), 60);

  private final LoadFeatures features;
  private final EbmParameters parameters;
  private final double halfLifeDays;

  ThroughputPreset(LoadFeatures features, EbmParameters parameters, double halfLifeDays) {
    this.features = features;
    this.parameters = parameters;
    this.halfLifeDays = halfLifeDays;
  }

  private static EbmParameters reference() {
    return EbmParameters.regression()
        .with(EbmParameter.MAX_BINS, 256)
        .with(EbmParameter.LEARNING_RATE, 0.1)
        .with(EbmParameter.INTERACTIONS, 10)
        .with(EbmParameter.RANDOM_STATE, 123);
  }

  private static EbmParameters quick(String objective, int pairs) {
    return EbmParameters.regression()
        .with(EbmParameter.OBJECTIVE, objective)
        .with(EbmParameter.INTERACTIONS, pairs)
        .with(EbmParameter.MAX_BINS, 64)
        .with(EbmParameter.MAX_INTERACTION_BINS, 16)
        .with(EbmParameter.OUTER_BAGS, 4)
        .with(EbmParameter.LEARNING_RATE, 0.1)
        .with(EbmParameter.SMOOTHING_ROUNDS, 100)
        .with(EbmParameter.INTERACTION_SMOOTHING_ROUNDS, 50)
        .with(EbmParameter.EARLY_STOPPING_ROUNDS, 5)
        .with(EbmParameter.EARLY_STOPPING_TOLERANCE, 0.001)
        .with(EbmParameter.MIN_SAMPLES_LEAF, 50);
  }

  /** The name on the command line and in tables, for example {@code absolute}. */
  public String presetName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Parameters of the explainable boosting machine. */
  public EbmParameters parameters() {
    return parameters;
  }

  /** What it predicts from. */
  public LoadFeatures features() {
    return features;
  }

  /** How it is trained. */
  public ThroughputConfiguration configuration() {
    return ThroughputConfiguration.ebm(presetName(), features, parameters, halfLifeDays);
  }
}
