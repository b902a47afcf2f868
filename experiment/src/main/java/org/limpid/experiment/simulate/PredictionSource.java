package org.limpid.experiment.simulate;

import java.util.Optional;
import org.limpid.results.RunOptions;

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
  PolicyPredictions of(SimulationData data);

  /** The models that {@code run.json} names, so that the run can be made again. */
  default Optional<RunOptions.Models> models() {
    return Optional.empty();
  }
}
