package org.limpid.reference.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.reference.elasticflow.ElasticFlow;
import org.limpid.reference.mirage.SlurmLike;
import org.limpid.reference.synergy.SynergySimulators;
import org.limpid.simulation.policy.Setting;

/** The simulators of published artifacts by the names of their policies. Immutable. */
public final class ReferenceSimulators {
  private final Map<String, ReferenceSimulator> byName;

  private ReferenceSimulators(List<? extends ReferenceSimulator> simulators) {
    Map<String, ReferenceSimulator> index = new LinkedHashMap<>();
    for (ReferenceSimulator simulator : simulators) {
      if (index.put(simulator.name(), simulator) != null) {
        throw new IllegalArgumentException("two simulators are called " + simulator.name());
      }
    }
    byName = Collections.unmodifiableMap(index);
  }

  /** All simulators that come with Limpid. A new artifact is a line here. */
  public static ReferenceSimulators standard() {
    List<ReferenceSimulator> all = new ArrayList<>();
    all.addAll(ElasticFlow.simulators());
    all.add(new SlurmLike());
    all.addAll(SynergySimulators.all());
    return of(all);
  }

  /** Simulators of one's own. */
  public static ReferenceSimulators of(List<? extends ReferenceSimulator> simulators) {
    return new ReferenceSimulators(simulators);
  }

  /** All of them, in order. */
  public List<ReferenceSimulator> all() {
    return List.copyOf(byName.values());
  }

  /** All names, in order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The one of this name. */
  public Optional<ReferenceSimulator> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** What a user may choose about any of them, each once, in order. */
  public List<Setting<?>> options() {
    return byName.values().stream()
        .<Setting<?>>flatMap(simulator -> simulator.about().settings().stream())
        .filter(setting -> setting.option().isPresent())
        .distinct()
        .toList();
  }
}
