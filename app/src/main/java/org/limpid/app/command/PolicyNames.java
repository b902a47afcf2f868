package org.limpid.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.run.Policies;

/**
 * Policies on the command line: a name stands for one or several, which the parser adds to the list
 * one by one.
 */
final class PolicyNames extends Choice<List<String>> {
  /** What a study is about and what that is compared with. */
  static final String ALL = "all";

  private static final String EVERYTHING = "everything";

  PolicyNames() {
    super(PolicyNames::index);
  }

  private static Map<String, List<String>> index() {
    List<String> known = Policies.standard().names();
    Map<String, List<String>> byName = new LinkedHashMap<>();
    known.forEach(name -> byName.put(name, List.of(name)));
    byName.put(ALL, Policies.standard().compared(Discipline.STRICT));
    byName.put(EVERYTHING, known);
    return byName;
  }
}
