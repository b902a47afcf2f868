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
  MEMORY;

  static final int COUNT = values().length;
}
