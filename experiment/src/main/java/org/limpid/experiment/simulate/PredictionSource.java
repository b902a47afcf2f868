package org.limpid.experiment.simulate;

import java.util.Map;

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

  /** What {@code run.json} says of it among the options, so that the run can be made again. */
  default Map<String, Object> describe() {
    return Map.of();
  }
}
