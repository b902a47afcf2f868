package org.limpid.reference;

import java.util.List;

/**
 * A scheduler of a published artifact with the rules of time of its own simulator, accidents
 * included. It takes the place of the policy of its name in reference mode. Immutable.
 */
public interface ReferenceSimulator {
  /** What there is to know of it. */
  ReferenceDescription about();

  /**
   * What the inputs lack, one sentence each with "Maybe ..." behind it; empty: it can run.
   *
   * @param inputs not changed
   */
  List<String> lacks(ReferenceInputs inputs);

  /**
   * Runs it.
   *
   * @param inputs lack nothing
   * @param tables take what is told while it runs
   * @return what became of the jobs
   * @throws org.limpid.simulation.run.InputProblem if it turns out that it can't run on them
   */
  ReferenceResult run(ReferenceInputs inputs, TableSink tables);

  /** Name on the command line and in results. */
  default String name() {
    return about().name();
  }
}
