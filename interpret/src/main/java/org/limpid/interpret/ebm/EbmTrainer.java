package org.limpid.interpret.ebm;

import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;

/** Trains explainable boosting machines. */
public final class EbmTrainer implements Trainer<EbmModel> {
  private final EbmParameters parameters;
  private final int threads;

  /** A trainer that uses all processors. */
  public EbmTrainer(EbmParameters parameters) {
    this(parameters, Runtime.getRuntime().availableProcessors());
  }

  /**
   * A trainer.
   *
   * @param threads most bags that are boosted at the same time; the model does not depend on it
   */
  public EbmTrainer(EbmParameters parameters, int threads) {
    this.parameters = parameters;
    this.threads = threads;
  }

  @Override
  public String name() {
    return "EBM";
  }

  @Override
  public EbmModel train(TrainingSet data, TrainingMonitor monitor) {
    throw new UnsupportedOperationException("being written: " + parameters + threads);
  }
}
