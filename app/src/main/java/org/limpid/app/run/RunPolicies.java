package org.limpid.app.run;

import java.util.List;
import java.util.Optional;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/** Chooses a policy of a run. */
public final class RunPolicies {
  /** The policy that is meant if none is named. */
  public static final String PREFERRED = "lucid";

  private RunPolicies() {}

  /**
   * The policy of this name; without a name {@value #PREFERRED} if it was run, else the first one.
   *
   * @param policies of the run, at least one
   * @throws DataException if the run has none of that name
   */
  public static String chosen(List<String> policies, Optional<String> name) {
    if (name.isPresent()) {
      return known("--policy", policies, name.get());
    }
    return policies.contains(PREFERRED) ? PREFERRED : policies.getFirst();
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
