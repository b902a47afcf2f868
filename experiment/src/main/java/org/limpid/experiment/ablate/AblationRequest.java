package org.limpid.experiment.ablate;

import java.util.List;
import java.util.Objects;
import org.limpid.experiment.simulate.SimulationRequest;

/**
 * What to study.
 *
 * @param base how the policy is run in full; there is only one
 * @param models other models, each a row of its own
 * @param rows names of the rows beside the first; empty: all
 */
public record AblationRequest(SimulationRequest base, List<OtherModels> models, List<String> rows) {
  public AblationRequest {
    Objects.requireNonNull(base, "base");
    models = List.copyOf(models);
    rows = List.copyOf(rows);
  }
}
