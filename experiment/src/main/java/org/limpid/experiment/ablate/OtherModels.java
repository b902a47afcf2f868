package org.limpid.experiment.ablate;

import java.nio.file.Path;
import java.util.Objects;
import org.limpid.experiment.simulate.PredictionSource;

/**
 * Models that the policy is run with beside those of the run in full.
 *
 * @param name name of the row
 * @param folder where they were read
 * @param predictions what they say
 */
public record OtherModels(String name, Path folder, PredictionSource predictions) {
  public OtherModels {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(predictions, "predictions");
  }
}
