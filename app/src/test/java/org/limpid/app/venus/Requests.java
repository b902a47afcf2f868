package org.limpid.app.venus;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.simulation.policy.Semantics;

/** Requests for tests. */
final class Requests {
  private Requests() {}

  /** Reference mode on two threads. */
  static SimulationRequest reference(
      Path data, List<String> policies, Path out, Optional<String> estimates) {
    return SimulationRequest.builder(data, policies, out)
        .semantics(Semantics.reference())
        .estimates(estimates)
        .threads(2)
        .build();
  }
}
