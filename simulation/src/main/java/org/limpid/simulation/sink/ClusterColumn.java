package org.limpid.simulation.sink;

/** What a sample of the cluster holds. */
enum ClusterColumn {
  GPUS,
  FREE_GPUS,
  PENDING_GPUS,
  RUNNING_JOBS,
  PENDING_JOBS,
  PENDING_SMALL_JOBS,
  NODES,
  NODES_WITH_ONE_JOB,
  NODES_WITH_MORE_JOBS,
  UTIL,
  MEMORY,
  CPU_MILLIS,
  CPU_MILLIS_DEMANDED,
  CPU_MILLIS_ALLOCATED,
  CPU_MILLIS_USED,
  HOST_MEMORY,
  HOST_MEMORY_DEMANDED,
  HOST_MEMORY_ALLOCATED,
  HOST_MEMORY_USED;

  private static final int ALL = values().length;

  /** How many columns a sample has; those of CPUs and memory are the last ones. */
  static int count(boolean withHosts) {
    return withHosts ? ALL : CPU_MILLIS.ordinal();
  }
}
