package org.limpid.simulation.world;

/**
 * How long jobs take, which no scheduler of a real cluster can know. Only policies that say that
 * they need it are given it.
 */
public interface Truth {
  /** Run time of the job on GPUs of its own, seconds. */
  long workSeconds(int job);

  /** Work that is left in the current second, in seconds of the job alone. */
  double remaining(int job);
}
