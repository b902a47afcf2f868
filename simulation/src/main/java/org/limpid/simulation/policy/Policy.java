package org.limpid.simulation.policy;

import java.util.Set;

/** A scheduling policy: what it is called, what it needs, and how it is made ready for a run. */
public interface Policy {
  /** Name on the command line and in results, lower case with hyphens. */
  String name();

  /** One line for people. */
  String description();

  /** What it needs; a run without any of it does not start. */
  Set<Need> needs();

  /**
   * Makes the policy ready for one run.
   *
   * @param inputs hold everything in {@link #needs()}
   */
  PreparedPolicy prepare(PolicyInputs inputs);
}
