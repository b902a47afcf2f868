package org.limpid.experiment.fidelity;

import java.util.List;

/**
 * How near the waits of one policy are to those of reality.
 *
 * @param policy its name
 * @param all of all jobs that are compared
 * @param bySize of jobs by size, ascending; those that there are
 * @param byVirtualCluster of jobs by virtual cluster, by name
 * @param causes what explains the differences, in the order of {@link Cause}; those that there are
 * @param neverStarted jobs that the policy turned away, which are not compared
 */
public record PolicyFidelity(
    String policy,
    WaitComparison all,
    List<Group> bySize,
    List<Group> byVirtualCluster,
    List<CauseShare> causes,
    int neverStarted) {
  /** Jobs that have something in common. */
  public record Group(String name, WaitComparison waits) {}

  /**
   * What a cause explains.
   *
   * @param jobs how many wait longer for it, in reality or in the simulation
   * @param seconds by which they do, all together
   */
  public record CauseShare(Cause cause, int jobs, long seconds) {}
}
