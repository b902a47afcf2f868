package org.limpid.simulation.host;

/**
 * How the CPUs and the memory of nodes are allocated to the jobs on their GPUs. Source: Synergy
 * (Mohan et al., OSDI 2022), section 4, here in continuous time.
 */
public enum HostRule {
  /** Each GPU brings its part of the node, whatever its job makes of it. */
  FAIR,
  /** A job starts where it has all that it wants, or waits. */
  GREEDY,
  /**
   * A job has all that it wants if that is there. If not, it has its fair share of what it wants
   * more of, and others who have more than theirs give way.
   */
  TUNE,
  /**
   * The running jobs have what makes the sum of their speeds the largest, none below that of its
   * fair share. A job starts where it would under {@link #TUNE}.
   */
  OPT
}
