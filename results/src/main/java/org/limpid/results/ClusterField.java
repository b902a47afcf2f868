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
  MEMORY_MIB_BUSY
}
