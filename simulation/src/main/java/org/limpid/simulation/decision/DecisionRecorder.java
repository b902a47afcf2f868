package org.limpid.simulation.decision;

import java.util.Arrays;
import org.limpid.simulation.cluster.Nodes;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.engine.PartitionJobs;
import org.limpid.simulation.engine.PartitionObserver;
import org.limpid.simulation.engine.Refusals;

/**
 * Records the decisions of one virtual cluster, and tells another observer of everything that
 * happens.
 *
 * <p>A decision that repeats what the job was told before is counted, not recorded: that it was not
 * placed for the same reason, that the same rules refused its partners, that the same job blocks
 * the others. For one thread.
 */
public final class DecisionRecorder implements PartitionObserver {
  private static final byte NOT_TRIED = 0;
  private static final byte TOO_FEW_FREE = 1;
  private static final byte NO_PLACE = 2;
  private static final int NOT_CONSIDERED = -1;

  private final PartitionObserver next;
  private final PartitionJobs jobs;
  private final DecisionCode code = new DecisionCode();
  private final byte[] reason;
  private final int[] refusedBy;
  private final int[] tries;
  private Partition partition;
  private long now;
  private int nodeCount;
  private int blocking = Partition.NOBODY;

  /**
   * @param jobs the jobs of the partition
   * @param next is told of everything that happens, but of no decisions
   */
  public DecisionRecorder(PartitionJobs jobs, PartitionObserver next) {
    this.jobs = jobs;
    this.next = next;
    reason = new byte[jobs.size()];
    refusedBy = new int[jobs.size()];
    Arrays.fill(refusedBy, NOT_CONSIDERED);
    tries = new int[jobs.size()];
  }

  /**
   * What was recorded.
   *
   * @param virtualCluster name of the virtual cluster
   * @param gpusPerNode GPUs of each of its nodes
   * @param placer label of the placement rule
   */
  public PartitionLog log(String virtualCluster, int gpusPerNode, String placer) {
    int[] rows = new int[jobs.size()];
    int[] gpuCounts = new int[jobs.size()];
    Arrays.setAll(rows, jobs::row);
    Arrays.setAll(gpuCounts, jobs::gpuCount);
    return new PartitionLog(
        virtualCluster,
        nodeCount,
        gpusPerNode,
        placer,
        rows,
        gpuCounts,
        code.count(),
        code.bytes());
  }

  @Override
  public boolean wantsReasons() {
    return true;
  }

  @Override
  public void holds(Partition observed, long from, long to) {
    if (partition == null) {
      partition = observed;
      nodeCount = observed.nodes().nodeCount();
    }
    now = to;
    next.holds(observed, from, to);
  }

  @Override
  public void arrived(int job) {
    code.write(new Decision.Arrived(now, job));
    next.arrived(job);
  }

  @Override
  public void started(int job) {
    code.write(new Decision.Started(now, job, forgetTries(job), partition.allocation(job)));
    next.started(job);
  }

  @Override
  public void startedShared(int job, int partner) {
    double rate = partition.rate(job);
    double partnerRate = partition.rate(partner);
    code.write(new Decision.Shared(now, job, partner, forgetTries(job), rate, partnerRate));
    next.startedShared(job, partner);
  }

  @Override
  public void preempted(int job, int by) {
    code.write(new Decision.Preempted(now, job, by));
    next.preempted(job, by);
  }

  @Override
  public void ended(int job) {
    code.write(new Decision.Ended(now, job));
    next.ended(job);
  }

  @Override
  public void nodeAdded(int number) {
    code.write(new Decision.NodeAdded(now, number));
    next.nodeAdded(number);
  }

  @Override
  public void nodeRemoved(int position) {
    code.write(new Decision.NodeRemoved(now, position));
    next.nodeRemoved(position);
  }

  @Override
  public void numbersSwapped(int first, int second) {
    code.write(new Decision.NumbersSwapped(now, first, second));
    next.numbersSwapped(first, second);
  }

  @Override
  public void queued(int job, int position, double key) {
    code.write(new Decision.Queued(now, job, position, key, jobs.estimatedSeconds(job)));
  }

  @Override
  public void notPlaced(int job) {
    tries[job]++;
    Nodes nodes = partition.nodes();
    byte why = jobs.gpuCount(job) > nodes.freeGpus() ? TOO_FEW_FREE : NO_PLACE;
    if (reason[job] != why) {
      reason[job] = why;
      int idle = nodes.countWithFree(nodes.gpusPerNode());
      code.write(new Decision.NotPlaced(now, job, nodes.freeGpus(), mostFree(nodes), idle));
    }
  }

  @Override
  public void blockedBy(int job) {
    if (blocking != job) {
      blocking = job;
      code.write(new Decision.Blocked(now, job));
    }
  }

  @Override
  public void partnersRefused(int job, Refusals refusals) {
    int rules = rules(refusals);
    if (refusedBy[job] != rules) {
      refusedBy[job] = rules;
      code.write(new Decision.PartnersRefused(now, job, refusals));
    }
  }

  @Override
  public void sharingSwitched(boolean on, double forecastJobs) {
    code.write(new Decision.SharingSwitched(now, on, forecastJobs));
  }

  @Override
  public void postponed(long until) {
    code.write(new Decision.Postponed(now, until));
  }

  private int forgetTries(int job) {
    int count = tries[job];
    tries[job] = 0;
    reason[job] = NOT_TRIED;
    refusedBy[job] = NOT_CONSIDERED;
    if (blocking == job) {
      blocking = Partition.NOBODY;
    }
    return count;
  }

  private static int mostFree(Nodes nodes) {
    int free = nodes.gpusPerNode();
    while (free > 0 && nodes.countWithFree(free) == 0) {
      free--;
    }
    return free;
  }

  private static int rules(Refusals refusals) {
    return (refusals.shares() > 0 ? 1 : 0)
        | (refusals.memory() > 0 ? 2 : 0)
        | (refusals.disturbance() > 0 ? 4 : 0)
        | (refusals.priority() > 0 ? 8 : 0)
        | (refusals.reserved() > 0 ? 16 : 0);
  }
}
