package org.limpid.simulation.policy;

import org.limpid.simulation.job.PartitionJobs;

/**
 * A policy that only orders the queue: jobs with a smaller key go first, those with equal keys in
 * the order of their arrival. Combined with each queue discipline by {@link OrderedPolicy}.
 */
public interface QueueOrder {
  /** What there is to know of it; with true durations among its needs, reservations use them. */
  PolicyDescription about();

  /** The keys of the jobs of one partition. */
  JobKey keys(PolicyInputs inputs, PartitionJobs jobs);

  /** Sort key of a job. */
  @FunctionalInterface
  interface JobKey {
    /** The key of the job; not NaN. */
    double of(int job);
  }
}
