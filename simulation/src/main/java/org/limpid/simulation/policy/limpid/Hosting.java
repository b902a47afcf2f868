package org.limpid.simulation.policy.limpid;

import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.resource.Nodes;

/** Which GPUs a waiting job may share with the jobs that are on them. For one thread. */
final class Hosting {
  private final PartitionJobs jobs;
  private final Nodes nodes;
  private final Runners runners;
  private final Knowledge knowledge;
  private final LimpidRun run;
  private final SharedSizes sizes;

  Hosting(Partition partition, Runners runners, Knowledge knowledge, LimpidRun run) {
    jobs = partition.jobs();
    nodes = partition.nodes();
    this.runners = runners;
    this.knowledge = knowledge;
    this.run = run;
    sizes = run.settings().get(LimpidSettings.SIZES);
  }

  /** Why a job may not join another one on its GPUs. */
  enum Verdict {
    /** It may. */
    JOINS,
    /** One of the two profiles is not known. */
    UNKNOWN,
    /** The GPU has too little memory for both. */
    MEMORY,
    /** They would disturb each other too much. */
    DISTURBANCE,
    /** Their sizes don't go together. */
    SIZE
  }

  /** Whether a job may join another one, wherever it finds it alone on a GPU. */
  Verdict verdict(int job, int host) {
    if (!knowledge.isKnown(job) || !knowledge.isKnown(host)) {
      return Verdict.UNKNOWN;
    }
    if (!fits(jobs.gpuCount(job), jobs.gpuCount(host))) {
      return Verdict.SIZE;
    }
    PairTable.Refusal refusal = run.pairs().refusal(jobs.workload(job), jobs.workload(host));
    if (refusal == null) {
      return Verdict.JOINS;
    }
    return refusal == PairTable.Refusal.MEMORY ? Verdict.MEMORY : Verdict.DISTURBANCE;
  }

  private boolean fits(int gpus, int gpusOfHost) {
    return switch (sizes) {
      case ANY -> true;
      case SMALLER -> gpus <= gpusOfHost;
      case EQUAL -> gpus == gpusOfHost;
      case NONE -> false;
    };
  }

  /** Whether a job may join any other one. */
  boolean mayShare(int job) {
    return sizes != SharedSizes.NONE && knowledge.isKnown(job);
  }

  /** GPUs of a node on which one job runs that the newcomer may join, as a mask. */
  long openGpus(int job, int node) {
    if (!mayShare(job)) {
      return 0;
    }
    long open = 0;
    int last = Occupants.NOBODY;
    boolean lastJoins = false;
    for (long rest = nodes.heldOnceMask(node); rest != 0; rest &= rest - 1) {
      int host = runners.occupants().older(node, Long.numberOfTrailingZeros(rest));
      if (host != last) {
        last = host;
        lastJoins = verdict(job, host) == Verdict.JOINS;
      }
      open |= lastJoins ? rest & -rest : 0;
    }
    return open;
  }

  /** Those of some GPUs of a node on which this job runs, the older one if there are two. */
  long gpusOf(int host, int node, long gpus) {
    long found = 0;
    for (long rest = gpus; rest != 0; rest &= rest - 1) {
      boolean isThere = runners.occupants().older(node, Long.numberOfTrailingZeros(rest)) == host;
      found |= isThere ? rest & -rest : 0;
    }
    return found;
  }

  /** Whether a newcomer may have several hosts, and free GPUs beside them. */
  boolean mixes() {
    return sizes == SharedSizes.ANY;
  }

  /** Whether a newcomer must have exactly the GPUs of its host. */
  boolean mirrors() {
    return sizes == SharedSizes.EQUAL;
  }
}
