package org.limpid.app.venus;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.app.simulate.SimulationRequest;
import org.limpid.simulation.policy.Semantics;

/** Requests for tests. */
final class Requests {
  private Requests() {}

  /** Reference mode on two threads. */
  static SimulationRequest reference(
      Path data, List<String> policies, Path out, Optional<String> estimates) {
    SimulationRequest plain = SimulationRequest.of(data, policies, out);
    return new SimulationRequest(
        plain.data(),
        plain.policies(),
        plain.out(),
        false,
        Semantics.reference(),
        plain.placement(),
        estimates,
        plain.sharing(),
        plain.profilerNodes(),
        plain.profilerSeconds(),
        plain.profilerFactor(),
        2,
        plain.from(),
        plain.to(),
        plain.sampleSeconds(),
        plain.seed(),
        List.of());
  }
}
