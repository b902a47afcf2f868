package org.limpid.simulation.event;

import java.util.List;
import java.util.Optional;

/**
 * Why a policy did what it did: the decisions of every virtual cluster, and the profiling stage
 * before them.
 *
 * @param profiling what was profiled; empty if the policy doesn't profile
 * @param partitions one log per virtual cluster
 */
public record DecisionLog(Optional<ProfiledJobs> profiling, List<PartitionLog> partitions) {
  /** Nothing was recorded. */
  public static final DecisionLog EMPTY = new DecisionLog(Optional.empty(), List.of());

  public DecisionLog {
    partitions = List.copyOf(partitions);
  }

  /** Whether nothing was recorded. */
  public boolean isEmpty() {
    return partitions.isEmpty();
  }

  /** Number of decisions, those of the profiler left out. */
  public long count() {
    return partitions.stream().mapToLong(PartitionLog::count).sum();
  }
}
