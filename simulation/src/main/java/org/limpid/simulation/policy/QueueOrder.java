package org.limpid.simulation.policy;

import java.util.Set;
import org.limpid.simulation.engine.PartitionJobs;

/**
 * A policy that only orders the queue: jobs with a smaller key go first, those with equal keys in
 * the order of their arrival. Combined with each queue discipline by {@link OrderedPolicy}.
 */
public interface QueueOrder {
  /** Name on the command line and in results. */
  String name();

  /** One line for people. */
  String description();

  /** What it needs besides trace and cluster. */
  Set<Need> needs();

  /** Whether it may look at true durations; reservations then use them, too. */
  default boolean knowsDurations() {
    return false;
  }

  /** The keys of the jobs of one partition. */
  JobKey keys(PolicyInputs inputs, PartitionJobs jobs);

  /** Sort key of a job. */
  @FunctionalInterface
  interface JobKey {
    /** The key of the job; not NaN. */
    double of(int job);
  }
}
