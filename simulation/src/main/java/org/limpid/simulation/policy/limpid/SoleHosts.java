package org.limpid.simulation.policy.limpid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.queue.JobQueue;
import org.limpid.simulation.resource.Nodes;

/**
 * The jobs that a newcomer may find alone on some GPUs of a node, by {@link HostKinds} and by when
 * they end at the earliest. What a newcomer costs beside one of them is at least what both lose
 * while together, times the share of its own time that the other one is there. So of each kind only
 * those matter that end soon enough, and most nodes need no look. For one thread.
 */
final class SoleHosts {
  /** What rounding may do to a time that is kept, seconds. */
  private static final double ROUNDING_SECONDS = 1e-3;

  /** What rounding may do to a cost, as a share of it. */
  private static final double ROUNDING_SHARE = 1e-9;

  /** A host whose end is kept so much too early is looked at again, seconds. */
  private static final double STALE_SECONDS = 1;

  private static final int NO_KIND = -1;

  private final Partition partition;
  private final PartitionJobs jobs;
  private final Nodes nodes;
  private final Runners runners;
  private final Knowledge knowledge;
  private final LossSum loss;
  private final HostKinds kinds;
  private final NodeChanges changes;
  private final int gpusPerNode;

  /** By kind. */
  private final List<JobQueue> hosts = new ArrayList<>();

  private final BitSet occupied = new BitSet();

  /**
   * Per GPU the kind of the job that is alone there; per job and node its first GPU has its end.
   */
  private int[] kindOf = {};

  private double[] ends = {};
  private long[] firstGpus = {};
  private long seen = -1;
  private int[] stale = new int[8];
  private int staleCount;

  SoleHosts(
      Partition partition,
      Runners runners,
      Knowledge knowledge,
      HostKinds kinds,
      LossSum loss,
      NodeChanges changes) {
    this.partition = partition;
    jobs = partition.jobs();
    nodes = partition.nodes();
    this.runners = runners;
    this.knowledge = knowledge;
    this.kinds = kinds;
    this.loss = loss;
    this.changes = changes;
    gpusPerNode = nodes.gpusPerNode();
  }

  /** Looks at what has changed. */
  void refresh() {
    if (firstGpus.length < nodes.positionBound()) {
      grow(nodes.positionBound());
    }
    long now = changes.see();
    if (changes.reachBackTo(seen)) {
      for (long change = seen; change < now; change++) {
        look(changes.node(change));
      }
    } else {
      for (int node = 0; node < nodes.positionBound(); node++) {
        look(node);
      }
    }
    seen = now;
  }

  private void grow(int size) {
    int before = kindOf.length;
    firstGpus = Arrays.copyOf(firstGpus, size);
    ends = Arrays.copyOf(ends, size * gpusPerNode);
    kindOf = Arrays.copyOf(kindOf, size * gpusPerNode);
    Arrays.fill(kindOf, before, kindOf.length, NO_KIND);
  }

  private void look(int node) {
    int first = node * gpusPerNode;
    for (long rest = firstGpus[node]; rest != 0; rest &= rest - 1) {
      int place = first + Long.numberOfTrailingZeros(rest);
      remove(kindOf[place], ends[place], place);
    }
    firstGpus[node] = 0;
    Arrays.fill(kindOf, first, first + gpusPerNode, NO_KIND);
    int last = Occupants.NOBODY;
    for (long rest = nodes.heldOnceMask(node); rest != 0; rest &= rest - 1) {
      int gpu = Long.numberOfTrailingZeros(rest);
      int host = runners.occupants().older(node, gpu);
      if (knowledge.isKnown(host)) {
        kindOf[first + gpu] = HostKinds.kind(jobs.workload(host), runners.believedRate(host));
        if (host != last) {
          firstGpus[node] |= rest & -rest;
          add(host, first + gpu);
        }
      }
      last = host;
    }
  }

  private void remove(int kind, double end, int place) {
    hosts.get(kind).remove(end, place);
    occupied.set(kind, !hosts.get(kind).isEmpty());
  }

  private void add(int host, int place) {
    while (hosts.size() <= kindOf[place]) {
      hosts.add(new JobQueue());
    }
    ends[place] = runners.earliestEnd(host);
    hosts.get(kindOf[place]).add(ends[place], place, host);
    occupied.set(kindOf[place]);
  }

  /** Whether there is any host beside which a job may be without loss. */
  boolean anyWithoutLoss(int job) {
    for (int kind = occupied.nextSetBit(0); kind >= 0; kind = occupied.nextSetBit(kind + 1)) {
      if (kinds.mayBeWithoutLoss(jobs.workload(job), kind)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The next node on which a job finds so many GPUs that are free or that it may share without any
   * loss, or perhaps so; none is left out. -1 if there is none.
   */
  int nextWithoutLoss(int job, int count, int from) {
    for (int node = from; node < firstGpus.length; node++) {
      if (firstGpus[node] != 0) {
        int found = gpusWithoutLoss(jobs.workload(job), node);
        if (found > 0 && nodes.freeGpus(node) + found >= count) {
          return node;
        }
      }
    }
    return -1;
  }

  private int gpusWithoutLoss(int workload, int node) {
    int found = 0;
    for (int place = node * gpusPerNode; place < (node + 1) * gpusPerNode; place++) {
      found += kindOf[place] != NO_KIND && kinds.mayBeWithoutLoss(workload, kindOf[place]) ? 1 : 0;
    }
    return found;
  }

  /**
   * Visits all nodes on which a job may find a place beside others that costs something, but not
   * more than the cheapest one so far; perhaps some others, and some nodes twice.
   */
  void visit(int job, Cheapest cheapest, IntConsumer visitor) {
    int workload = jobs.workload(job);
    for (int kind = occupied.nextSetBit(0); kind >= 0; kind = occupied.nextSetBit(kind + 1)) {
      if (kinds.joins(workload, kind) && !kinds.isWithoutLoss(workload, kind)) {
        visit(job, kind, cheapest, visitor);
      }
    }
    for (int i = 0; i < staleCount; i++) {
      look(stale[i]);
    }
    staleCount = 0;
  }

  private void visit(int job, int kind, Cheapest cheapest, IntConsumer visitor) {
    JobQueue queue = hosts.get(kind);
    double least = kinds.leastLoss(jobs.workload(job), jobs.gpuCount(job), kind);
    if (least * together(job, queue.firstKey()) > cheapest.cost()) {
      return;
    }
    JobQueue.Walk walk = queue.walk();
    while (walk.next()) {
      double together = together(job, walk.key());
      if (least * together > cheapest.cost()) {
        return;
      }
      double whole = loss.whole(job, walk.job());
      if (whole > 0 && whole * together <= cheapest.cost()) {
        int node = (int) walk.tie() / gpusPerNode;
        noteIfStale(walk.job(), walk.key(), node);
        visitor.accept(node);
      }
    }
  }

  /** Share of a newcomer's time for which a host is there at least, but for rounding. */
  private double together(int job, double earliestEnd) {
    double left = Math.max(0, earliestEnd - partition.now() - ROUNDING_SECONDS);
    return Math.min(1, left / runners.left(job)) * (1 - ROUNDING_SHARE);
  }

  private void noteIfStale(int host, double earliestEnd, int node) {
    boolean isBound = earliestEnd > Double.NEGATIVE_INFINITY;
    if (isBound && earliestEnd < partition.now() + runners.left(host) - STALE_SECONDS) {
      stale = staleCount == stale.length ? Arrays.copyOf(stale, 2 * staleCount) : stale;
      stale[staleCount++] = node;
    }
  }
}
