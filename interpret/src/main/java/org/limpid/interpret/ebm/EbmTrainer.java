package org.limpid.interpret.ebm;

import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;

/**
 * Trains explainable boosting machines. The same data and parameters give the same model bit for
 * bit, whatever the number of threads; the scores of a term do not depend on the order of columns.
 *
 * <p>Method: Lou, Caruana, Gehrke and Hooker, "Accurate intelligible models with pairwise
 * interactions", KDD 2013; rounds of random cuts and greedy rounds as in interpret 0.7.
 */
public final class EbmTrainer implements Trainer<EbmModel> {
  /** Name and version in the provenance of models. */
  public static final String VERSION = "Limpid EBM 1";

  private final EbmParameters parameters;
  private final int threads;

  /** A trainer that uses all processors. */
  public EbmTrainer(EbmParameters parameters) {
    this(parameters, Runtime.getRuntime().availableProcessors());
  }

  /**
   * A trainer.
   *
   * @param threads most bags that are boosted at the same time, at least 1; the model does not
   *     depend on it
   */
  public EbmTrainer(EbmParameters parameters, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("expected a thread or more: " + threads);
    }
    this.parameters = parameters;
    this.threads = threads;
  }

  @Override
  public String name() {
    return "EBM";
  }

  /** What models are trained with. */
  public EbmParameters parameters() {
    return parameters;
  }

  @Override
  public EbmModel train(TrainingSet data, TrainingMonitor monitor) {
    EbmChecks.check(data, parameters);
    try (BagThreads bags = new BagThreads(threads)) {
      return new EbmTraining(data, parameters, bags, monitor).run();
    }
  }
}
