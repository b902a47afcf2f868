package org.limpid.simulation.policy.lucid;

import java.util.Arrays;
import org.limpid.simulation.engine.Conventions;
import org.limpid.simulation.engine.NodeReservation;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.engine.PartitionJobs;
import org.limpid.simulation.state.Resumable;
import org.limpid.simulation.state.StateReader;
import org.limpid.simulation.state.StateWriter;

/**
 * Finds a running job whose GPUs a waiting one may share.
 *
 * <p>The partner is the first in the running list that is alone, has the same GPU count, leaves
 * enough memory, doesn't disturb too much (by the sum of share scores), and has a priority of at
 * least half the own one. A search that failed is not repeated until a job of that size becomes
 * available: for the same workload and an equal or larger priority value it must fail again.
 */
final class SharingRule implements Resumable {
  static final int NOBODY = -1;
  private static final double PRIORITY_FACTOR = 2;

  private final Partition partition;
  private final PartitionJobs jobs;
  private final WorkloadFacts facts;
  private final double[] priority;
  private final SharingLimits limits;
  private final boolean[] alone;
  private final Partners[] bySize;
  private final long[][] failedAt;
  private final double[][] failedPriority;

  SharingRule(Partition partition, WorkloadFacts facts, double[] priority, SharingLimits limits) {
    this.partition = partition;
    this.facts = facts;
    this.priority = priority;
    this.limits = limits;
    jobs = partition.jobs();
    alone = new boolean[jobs.size()];
    int sizes = Conventions.LARGE_JOB_GPUS + 1;
    bySize = new Partners[sizes];
    Arrays.setAll(bySize, size -> new Partners());
    failedAt = new long[sizes][facts.size()];
    for (long[] row : failedAt) {
      Arrays.fill(row, -1);
    }
    failedPriority = new double[sizes][facts.size()];
  }

  /** Whether jobs of this size may share at all. */
  boolean covers(int job) {
    return jobs.gpuCount(job) < bySize.length;
  }

  void started(int job, boolean startsAlone) {
    if (covers(job)) {
      partners(job).add(job);
      setAlone(job, startsAlone);
    }
  }

  void ended(int job) {
    if (covers(job)) {
      partners(job).remove(job);
    }
  }

  void setAlone(int job, boolean isAlone) {
    alone[job] = isAlone;
    if (isAlone) {
      partners(job).opened();
    }
  }

  /** The partner of a waiting job, or {@link #NOBODY}. */
  int findPartner(int job, NodeReservation avoided) {
    if (!covers(job)) {
      return NOBODY;
    }
    int size = jobs.gpuCount(job);
    int workload = jobs.workload(job);
    Partners partners = bySize[size];
    if (failedAt[size][workload] == partners.openings()
        && priority[job] >= failedPriority[size][workload]) {
      return NOBODY;
    }
    for (int i = 0; i < partners.size(); i++) {
      int other = partners.job(i);
      if (mayJoin(job, other) && !avoided.touches(partition.allocation(other))) {
        return other;
      }
    }
    if (avoided.isEmpty()) {
      failedAt[size][workload] = partners.openings();
      failedPriority[size][workload] = priority[job];
    }
    return NOBODY;
  }

  /** Searches that failed are not saved, as they only spare work. */
  @Override
  public void save(StateWriter out) {
    for (int job : partition.runningInStartOrder()) {
      out.flag(alone[job]);
    }
  }

  @Override
  public void restore(StateReader in) {
    for (int job : partition.runningInStartOrder()) {
      started(job, in.flag());
    }
  }

  private boolean mayJoin(int job, int other) {
    int own = jobs.workload(job);
    int its = jobs.workload(other);
    return alone[other]
        && facts.memoryMib(its) < limits.memoryMib() - facts.memoryMib(own)
        && facts.shareScore(its) + facts.shareScore(own) <= limits.scoreSum()
        && priority[job] <= PRIORITY_FACTOR * priority[other];
  }

  private Partners partners(int job) {
    return bySize[jobs.gpuCount(job)];
  }
}
