package org.limpid.interpret.model;

/**
 * Learns models of one kind with fixed parameters. Immutable; the same data gives the same model.
 *
 * @param <M> the kind of model
 */
public interface Trainer<M extends Model> {
  /** What the models are called in tables, for example {@code EBM}. */
  String name();

  /**
   * Learns a model.
   *
   * @param monitor hears of the progress
   * @throws org.limpid.files.DataException if nothing can be learnt from the data; all problems at
   *     once
   * @throws java.util.concurrent.CancellationException if the thread was interrupted
   */
  M train(TrainingSet data, TrainingMonitor monitor);

  /** Learns a model without showing progress. */
  default M train(TrainingSet data) {
    return train(data, TrainingMonitor.SILENT);
  }
}
