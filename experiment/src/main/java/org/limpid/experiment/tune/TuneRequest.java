package org.limpid.experiment.tune;

import java.util.Optional;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.experiment.simulate.SimulationRequest;

/**
 * What to tune.
 *
 * @param base data, policy, and the settings to begin with; at least two replicas
 * @param until the search sees no submission at or after this time, seconds since the origin or a
 *     date-time; empty: all but the last week, or the first half of less than two weeks
 * @param goal what should be small
 */
public record TuneRequest(SimulationRequest base, Optional<String> until, Figure goal) {
  public TuneRequest {
    if (base.replicas().count() < 2) {
      throw new IllegalArgumentException(
          "expected at least 2 replicas, found " + base.replicas().count());
    }
  }
}
