package org.limpid.simulation.policy.lucid;

import java.util.Arrays;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.job.Conventions;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.sharing.SharingLimits;
import org.limpid.simulation.policy.sharing.WorkloadFacts;
import org.limpid.simulation.resource.NodeReservation;

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

  /** A job may share with one whose priority value is at least its own, divided by this. */
  static final int PRIORITY_FACTOR = 2;

  private final Partition partition;
  private final PartitionJobs jobs;
  private final WorkloadFacts facts;
  private final double[] priority;
  private final SharingLimits limits;
  private final boolean[] alone;
  private final Partners[] bySize;
  private final long[][] failedAt;
  private final double[][] failedPriority;
  private final long[] toldAt;
  private final int[] toldRules;

  SharingRule(Partition partition, LucidRun run, double[] priority) {
    this.partition = partition;
    facts = run.facts();
    this.priority = priority;
    limits = run.limits();
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
    toldAt = new long[jobs.size()];
    Arrays.fill(toldAt, -1);
    toldRules = new int[jobs.size()];
    Arrays.fill(toldRules, -1);
  }

  /** Whether jobs of this size may share at all. */
  boolean covers(int job) {
    return jobs.gpuCount(job) < bySize.length;
  }

  /**
   * A number that jobs have in common which ask for as many GPUs and have the same workload. Of
   * them, one with a larger priority value finds no partner where another one finds none.
   */
  int kind(int job) {
    int size = jobs.gpuCount(job);
    return covers(job) ? bySize.length + size * facts.size() + jobs.workload(job) : -size;
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

  /** Whether a waiting job might find a partner, as far as that is known without a search. */
  boolean mayFindPartner(int job) {
    if (!covers(job)) {
      return false;
    }
    int size = jobs.gpuCount(job);
    int workload = jobs.workload(job);
    return failedAt[size][workload] != bySize[size].openings()
        || priority[job] < failedPriority[size][workload];
  }

  /** The partner of a waiting job, or {@link #NOBODY}. */
  int findPartner(int job, NodeReservation avoided) {
    int size = jobs.gpuCount(job);
    int workload = jobs.workload(job);
    if (!mayFindPartner(job)) {
      return NOBODY;
    }
    Partners partners = bySize[size];
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
  public void save(ByteWriter out) {
    for (int job : partition.runningInStartOrder()) {
      out.putBoolean(alone[job]);
    }
  }

  @Override
  public void restore(ByteReader in) {
    for (int job : partition.runningInStartOrder()) {
      started(job, in.takeBoolean());
    }
  }

  /**
   * Tells why no running job could take this one, unless no other job has become available since it
   * was told, or the rules that forbid it are the same as then.
   */
  void tellRefusals(int job, NodeReservation avoided) {
    if (!covers(job) || toldAt[job] == partners(job).openings()) {
      return;
    }
    toldAt[job] = partners(job).openings();
    int[] counts = new int[Verdict.values().length];
    Partners partners = partners(job);
    for (int i = 0; i < partners.size(); i++) {
      counts[verdict(job, partners.job(i), avoided).ordinal()]++;
    }
    Refusals refusals =
        new Refusals(
            counts[Verdict.SHARES.ordinal()],
            counts[Verdict.MEMORY.ordinal()],
            counts[Verdict.DISTURBANCE.ordinal()],
            counts[Verdict.PRIORITY.ordinal()],
            counts[Verdict.RESERVED.ordinal()]);
    if (toldRules[job] != refusals.rules()) {
      toldRules[job] = refusals.rules();
      partition.tellNote(job, Refusals.NOTE, refusals.values());
    }
  }

  private boolean mayJoin(int job, int other) {
    return alone[other]
        && memorySuffices(job, other)
        && areGentle(job, other)
        && isUrgent(job, other);
  }

  private Verdict verdict(int job, int other, NodeReservation avoided) {
    if (!alone[other]) {
      return Verdict.SHARES;
    }
    if (!memorySuffices(job, other)) {
      return Verdict.MEMORY;
    }
    if (!areGentle(job, other)) {
      return Verdict.DISTURBANCE;
    }
    if (!isUrgent(job, other)) {
      return Verdict.PRIORITY;
    }
    return avoided.touches(partition.allocation(other)) ? Verdict.RESERVED : Verdict.JOINS;
  }

  /** The first rule that fails for a candidate. */
  private enum Verdict {
    SHARES,
    MEMORY,
    DISTURBANCE,
    PRIORITY,
    RESERVED,
    JOINS
  }

  private boolean memorySuffices(int job, int other) {
    return limits.memorySuffices(
        facts.memoryMib(jobs.workload(job)), facts.memoryMib(jobs.workload(other)));
  }

  private boolean areGentle(int job, int other) {
    return limits.areGentle(
        facts.shareScore(jobs.workload(job)), facts.shareScore(jobs.workload(other)));
  }

  private boolean isUrgent(int job, int other) {
    return isUrgent(priority[job], priority[other]);
  }

  /** Whether the job that runs isn't much more urgent than the one that waits. */
  static boolean isUrgent(double waitingPriority, double runningPriority) {
    return waitingPriority <= PRIORITY_FACTOR * runningPriority;
  }

  private Partners partners(int job) {
    return bySize[jobs.gpuCount(job)];
  }
}
