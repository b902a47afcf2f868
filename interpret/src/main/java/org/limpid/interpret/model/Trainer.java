package org.limpid.interpret.model;

/**
 * Learns models of one kind with fixed parameters. Immutable; the same data gives the same model.
 */
public interface Trainer<M extends Model> {
  /** What the models are called in tables, for example {@code EBM}. */
  String name();

  /**
   * Learns a model. Throws a {@code DataException} with all problems if nothing can be learnt from
   * the data, and a {@code CancellationException} if the thread was interrupted.
   */
  M train(TrainingSet data, TrainingMonitor monitor);

  default M train(TrainingSet data) {
    return train(data, TrainingMonitor.SILENT);
  }
}
