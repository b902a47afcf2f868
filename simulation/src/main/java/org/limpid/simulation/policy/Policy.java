package org.limpid.simulation.policy;

import java.util.Set;

/** A scheduling policy: what there is to know of it, and how it is made ready for a run. */
public interface Policy {
  /** What there is to know of it. */
  PolicyDescription about();

  /**
   * Makes the policy ready for one run.
   *
   * @param inputs hold everything that it needs
   */
  PreparedPolicy prepare(PolicyInputs inputs);

  /** Name on the command line and in results. */
  default String name() {
    return about().name();
  }

  /** What it needs; a run without any of it does not start. */
  default Set<Need> needs() {
    return about().needs();
  }
}
