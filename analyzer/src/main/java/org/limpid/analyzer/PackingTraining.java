package org.limpid.analyzer;

import java.util.List;
import java.util.Objects;

/**
 * What came of a training.
 *
 * @param models all that could be trained
 * @param report how good the methods are on models that they have not seen
 * @param leftOut what could not be trained or judged and why, one sentence each
 */
public record PackingTraining(PackingModels models, PackingReport report, List<String> leftOut) {
  public PackingTraining {
    Objects.requireNonNull(models, "models");
    Objects.requireNonNull(report, "report");
    leftOut = List.copyOf(leftOut);
  }
}
