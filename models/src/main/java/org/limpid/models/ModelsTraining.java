package org.limpid.models;

import java.util.List;
import java.util.Objects;
import org.limpid.interpret.evaluate.HeldOut;

/**
 * What came of a training.
 *
 * @param models what was trained
 * @param heldOut how models of the same kind did on what they had not learnt from
 */
public record ModelsTraining(TrainedModels models, List<HeldOut> heldOut) {
  public ModelsTraining {
    Objects.requireNonNull(models, "models");
    heldOut = List.copyOf(heldOut);
  }
}
