package org.limpid.experiment.simulate;

import java.util.List;
import java.util.Set;
import org.limpid.data.JobAttribute;
import org.limpid.files.ClosestName;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;

/**
 * A policy run in a certain way, under a name of its own in tables.
 *
 * @param name its name
 * @param policy what is run
 * @param scenario how
 */
public record Case(String name, Policy policy, Scenario scenario) {
  /**
   * Policies under their own names, all run in the same way.
   *
   * @param names names of policies
   * @param known what there is
   * @throws InputProblem if there is no policy of a name
   */
  public static List<Case> ofPolicies(List<String> names, Policies known, Scenario scenario) {
    return names.stream().map(name -> new Case(name, find(name, known), scenario)).toList();
  }

  /** How it is run, with what the policy chooses itself. */
  Scenario preferredScenario() {
    return scenario.withSettings(policy.about().preferred(scenario.settings()));
  }

  /** Whether something that the policy needs makes a difference the way it is run. */
  boolean uses(Need need) {
    return policy.about().uses(need, scenario.settings());
  }

  /** The optional columns of jobs that make a difference the way it is run. */
  Set<JobAttribute> attributes() {
    return policy.about().attributes(scenario.settings());
  }

  private static Policy find(String name, Policies known) {
    return known
        .named(name)
        .orElseThrow(() ->
            new InputProblem(
                "There is no policy '%s'. %s"
                    .formatted(name, ClosestName.hint(name, known.names()))));
  }
}
