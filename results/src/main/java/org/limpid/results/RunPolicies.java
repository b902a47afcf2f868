package org.limpid.results;

import java.util.List;
import java.util.Optional;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/** Chooses a policy of a run: the one rule for all commands that speak of one. */
public final class RunPolicies {
  private RunPolicies() {}

  /**
   * A policy, and what to say about the choice.
   *
   * @param name of the policy
   * @param notices a sentence if there were others and nobody named this one
   */
  public record Chosen(String name, List<String> notices) {
    public Chosen {
      notices = List.copyOf(notices);
    }
  }

  /**
   * The policy of this name; without a name the {@link RunFolder#preferred preferred} one.
   *
   * @param policies of the run, at least one
   * @throws DataException if the run has none of that name
   */
  public static Chosen chosen(List<String> policies, Optional<String> name) {
    if (name.isPresent()) {
      return new Chosen(known("--policy", policies, name.get()), List.of());
    }
    String preferred = RunFolder.preferred(policies);
    return new Chosen(
        preferred,
        policies.size() == 1
            ? List.of()
            : List.of(
                "Of %d policies: %s. --policy names another."
                    .formatted(policies.size(), preferred)));
  }

  /**
   * A policy that was run.
   *
   * @param place where the name comes from, for the message
   * @throws DataException if the run has none of that name
   */
  public static String known(String place, List<String> policies, String name) {
    if (!policies.contains(name)) {
      throw new DataException(
          new Problem(
              place,
              0,
              "",
              name,
              "expected a policy of the run",
              ClosestName.hint(name, policies)));
    }
    return name;
  }
}
