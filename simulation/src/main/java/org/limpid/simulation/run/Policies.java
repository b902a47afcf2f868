package org.limpid.simulation.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.simulation.policy.OrderedPolicy;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.QueueOrder;
import org.limpid.simulation.policy.baseline.Fifo;
import org.limpid.simulation.policy.baseline.Ideal;
import org.limpid.simulation.policy.baseline.Qssf;
import org.limpid.simulation.policy.baseline.ShortestJobFirst;
import org.limpid.simulation.policy.baseline.Srtf;
import org.limpid.simulation.policy.baseline.Tiresias;
import org.limpid.simulation.policy.lucid.Lucid;

/** The policies by name. Immutable. */
public final class Policies {
  private final Map<String, Policy> byName;

  private Policies(List<Policy> policies) {
    Map<String, Policy> index = new LinkedHashMap<>();
    for (Policy policy : policies) {
      if (index.put(policy.name(), policy) != null) {
        throw new IllegalArgumentException("two policies are called " + policy.name());
      }
    }
    byName = Collections.unmodifiableMap(index);
  }

  /** All policies that come with Limpid. A new one is a line here. */
  public static Policies standard() {
    List<Policy> all = new ArrayList<>();
    all.addAll(OrderedPolicy.variants(new Fifo()));
    all.addAll(OrderedPolicy.variants(new ShortestJobFirst()));
    all.add(new Srtf());
    all.add(new Tiresias());
    all.addAll(Qssf.variants());
    all.addAll(Lucid.variants());
    all.add(new Ideal());
    return new Policies(all);
  }

  /** These policies and one more, under every queue discipline. */
  public Policies with(QueueOrder order) {
    List<Policy> all = new ArrayList<>(byName.values());
    all.addAll(OrderedPolicy.variants(order));
    return new Policies(all);
  }

  /** These policies and one more. */
  public Policies with(Policy policy) {
    List<Policy> all = new ArrayList<>(byName.values());
    all.add(policy);
    return new Policies(all);
  }

  /** All names, in order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** All policies, in order. */
  public List<Policy> all() {
    return List.copyOf(byName.values());
  }

  /** The policy with this name. */
  public Optional<Policy> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
