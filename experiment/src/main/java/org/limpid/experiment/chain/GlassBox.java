package org.limpid.experiment.chain;

import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.Predicate;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.model.Row;
import org.limpid.reference.mirage.ChainMoment;

/**
 * The readable policy: it submits the successor as soon as the predicted quantile of its wait, in
 * hours, is no less than what is left of the predecessor. Not safe for several threads.
 */
final class GlassBox implements Predicate<ChainMoment> {
  private final EbmModel model;
  private final LocalDateTime origin;
  private final Row row;
  private final double[] output = new double[1];

  /**
   * A policy.
   *
   * @param model of the wait by {@link ChainFeature}s
   * @param origin the time of second 0
   */
  GlassBox(EbmModel model, LocalDateTime origin) {
    this.model = model;
    this.origin = origin;
    row = model.newRow();
  }

  /** The predicted quantile of the wait in hours. */
  double waitHours(ChainMoment moment) {
    ChainFeature.set(row, moment, origin);
    model.predict(row, output);
    return output[0];
  }

  /**
   * The same where some features are not known: the model has seen no gaps, and they add nothing.
   */
  double waitHours(ChainMoment moment, Set<ChainFeature> unknown) {
    set(moment, unknown);
    model.predict(row, output);
    return output[0];
  }

  /** What each feature adds where some are not known. */
  PredictionExplanation explain(ChainMoment moment, Set<ChainFeature> unknown) {
    set(moment, unknown);
    return PredictionExplanation.of(model, row);
  }

  private void set(ChainMoment moment, Set<ChainFeature> unknown) {
    ChainFeature.set(row, moment, origin);
    unknown.stream()
        .map(ChainFeature::featureName)
        .filter(name -> row.features().stream().anyMatch(each -> each.name().equals(name)))
        .forEach(name -> row.set(name, Double.NaN));
  }

  /** What each feature adds to the predicted quantile, in hours. */
  PredictionExplanation explain(ChainMoment moment) {
    ChainFeature.set(row, moment, origin);
    return PredictionExplanation.of(model, row);
  }

  @Override
  public boolean test(ChainMoment moment) {
    return waitHours(moment) >= moment.leftSeconds() / 3600.0;
  }
}
