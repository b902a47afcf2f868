package org.limpid.simulation.queue;

/** Is told for when jobs are planned. */
@FunctionalInterface
public interface PlanListener {
  /**
   * A waiting job is planned, or planned anew.
   *
   * @param second in which it is to start
   */
  void planned(int job, long second);
}
