package org.limpid.simulation.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.OrderedPolicy;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.QueueOrder;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.conservative.Conservative;
import org.limpid.simulation.policy.easy.Easy;
import org.limpid.simulation.policy.edf.Edf;
import org.limpid.simulation.policy.elastic.ElasticFlow;
import org.limpid.simulation.policy.fcfs.Fcfs;
import org.limpid.simulation.policy.fifo.Fifo;
import org.limpid.simulation.policy.gandiva.Gandiva;
import org.limpid.simulation.policy.ideal.Ideal;
import org.limpid.simulation.policy.limpid.Limpid;
import org.limpid.simulation.policy.lucid.Lucid;
import org.limpid.simulation.policy.qssf.Qssf;
import org.limpid.simulation.policy.sjf.ShortestJobFirst;
import org.limpid.simulation.policy.slurm.SlurmLike;
import org.limpid.simulation.policy.srtf.Srtf;
import org.limpid.simulation.policy.themis.Themis;
import org.limpid.simulation.policy.tiresias.Tiresias;
import org.limpid.simulation.policy.tiresiasdeadline.TiresiasDeadline;

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
    all.add(new Limpid());
    all.addAll(Edf.variants());
    all.add(new Gandiva());
    all.add(new TiresiasDeadline());
    all.add(new Themis());
    all.addAll(ElasticFlow.variants());
    all.add(new Fcfs());
    all.add(new Easy());
    all.add(new Conservative());
    all.add(new SlurmLike());
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

  /** What there is to know of the policy with this name; of an unknown one what the name tells. */
  public PolicyDescription about(String name) {
    return named(name).map(Policy::about).orElseGet(() -> PolicyDescription.ofUnknown(name));
  }

  /** The policies that are this to a study, in order; not their variants with backfill. */
  public List<String> named(Role role) {
    return byName.values().stream()
        .map(Policy::about)
        .filter(about -> about.is(role))
        .map(PolicyDescription::name)
        .toList();
  }

  /** What studies are about and what that is compared with, under a queue discipline, in order. */
  public List<String> compared(Discipline discipline) {
    Set<Role> roles = EnumSet.of(Role.SUBJECT, Role.YARDSTICK, Role.COMPARED);
    return byName.values().stream()
        .map(Policy::about)
        .filter(about -> roles.contains(about.role()) && about.discipline() == discipline)
        .map(PolicyDescription::name)
        .toList();
  }

  /** All that may be chosen about any of the policies, each once, in order. */
  public List<Setting<?>> settings() {
    return byName.values().stream()
        .<Setting<?>>flatMap(policy -> policy.about().settings().stream())
        .distinct()
        .toList();
  }

  /** What a user may choose about any of the policies. */
  public List<Setting<?>> options() {
    return settings().stream().filter(setting -> setting.option().isPresent()).toList();
  }

  /** What a tuning changes about any of the policies. */
  public List<Setting<?>> tuned() {
    return settings().stream().filter(Setting::isTuned).toList();
  }

  /** The policy with this name. */
  public Optional<Policy> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
