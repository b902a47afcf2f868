package org.limpid.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.reference.run.ReferenceSimulators;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.run.Policies;

/**
 * Policies on the command line: a name stands for one or several, which the parser adds to the list
 * one by one.
 */
final class PolicyNames extends Choice<List<PolicyNames.Named>> {
  /**
   * A policy that was named.
   *
   * @param name its own name
   * @param byGroup whether that of a group stands for it, so that others do without it
   */
  record Named(String name, boolean byGroup) {}

  /** What a study is about and what that is compared with. */
  static final String ALL = "all";

  private static final String EVERYTHING = "everything";

  PolicyNames() {
    super(PolicyNames::index);
  }

  private static Map<String, List<Named>> index() {
    List<String> known = Policies.standard().names();
    Map<String, List<Named>> byName = new LinkedHashMap<>();
    Stream.concat(known.stream(), ReferenceSimulators.standard().names().stream())
        .forEach(name -> byName.put(name, List.of(new Named(name, false))));
    byName.put(ALL, group(Policies.standard().compared(Discipline.STRICT)));
    byName.put(EVERYTHING, group(known));
    return byName;
  }

  private static List<Named> group(List<String> names) {
    return names.stream().map(name -> new Named(name, true)).toList();
  }

  /** The names, each once. */
  static List<String> all(List<Named> named) {
    return named.stream().map(Named::name).distinct().toList();
  }

  /** The names for which only groups stand. */
  static Set<String> onlyByGroup(List<Named> named) {
    return named.stream()
        .filter(each -> !named.contains(new Named(each.name(), false)))
        .map(Named::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
