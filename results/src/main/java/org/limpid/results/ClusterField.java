package org.limpid.results;

/** The columns of {@code cluster.csv}, described in {@code docs/outputs.md}. */
public enum ClusterField {
  /** Seconds since the origin of the data set. */
  TIME,
  /** GPUs. */
  GPUS,
  /** GPUs without any job. */
  GPUS_FREE,
  /** GPUs that waiting jobs ask for. */
  GPUS_PENDING,
  /** Jobs that run. */
  JOBS_RUNNING,
  /** Jobs that wait. */
  JOBS_PENDING,
  /** Waiting jobs of fewer than 8 GPUs. */
  JOBS_PENDING_SMALL,
  /** Nodes. */
  NODES,
  /** Nodes with exactly one job. */
  NODES_ONE_JOB,
  /** Nodes with more jobs. */
  NODES_MORE_JOBS,
  /** Share of GPUs with a job, 0..1. */
  GPUS_IN_USE,
  /** Mean GPU utilisation over all GPUs, 0..1. */
  GPU_UTIL,
  /** Mean GPU utilisation over those in use, 0..1. */
  GPU_UTIL_BUSY,
  /** Mean memory in use over all GPUs, MiB. */
  MEMORY_MIB,
  /** Mean memory in use over GPUs in use, MiB. */
  MEMORY_MIB_BUSY,
  /** Logical processors; this and the next only where CPUs and memory are allocated. */
  CPUS,
  /** Logical processors that running jobs want. */
  CPUS_DEMANDED,
  /** Logical processors that they have. */
  CPUS_ALLOCATED,
  /** Logical processors that they make use of. */
  CPUS_USED,
  /** Memory of the nodes, MiB. */
  HOST_MEMORY_MIB,
  /** Memory of the nodes that running jobs want, MiB. */
  HOST_MEMORY_DEMANDED_MIB,
  /** Memory of the nodes that they have, MiB. */
  HOST_MEMORY_ALLOCATED_MIB,
  /** Memory of the nodes that they make use of, MiB. */
  HOST_MEMORY_USED_MIB;

  /** Whether only some runs have it: those that allocate CPUs and memory. */
  boolean isOfHosts() {
    return ordinal() >= CPUS.ordinal();
  }
}
