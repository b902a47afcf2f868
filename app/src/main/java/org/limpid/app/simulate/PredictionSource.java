package org.limpid.app.simulate;

/** Where a run gets its predictions from. */
@FunctionalInterface
public interface PredictionSource {
  /** The files of the data set. */
  PredictionSource DATASET = DatasetPredictions::new;

  /**
   * Predictions for the jobs of some data.
   *
   * @throws org.limpid.files.DataException if files can't be read
   */
  Predictions of(SimulationData data);
}
