package org.limpid.simulation.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;

/**
 * One decision in which waiting jobs take over the GPUs of running ones that may be preempted: only
 * as many lose theirs as have to, and those whose GPUs lie so that the newcomer finds all of its
 * own on one node, or on as few whole nodes as it needs. For one thread.
 */
public final class Takeover {
  private final Partition partition;
  private final Nodes nodes;
  private final IntToLongFunction overheadSeconds;
  private final Effects effects;
  private final List<List<Integer>> byNode = new ArrayList<>();
  private int gpusToTake;

  /** Keeps what a policy knows of its jobs up to date while the decision is carried out. */
  public interface Effects {
    /** A running job is about to lose its GPUs to a waiting one. */
    default void beforePreemption(int job, int by) {}

    /** A job has lost its GPUs and waits. */
    void preempted(int job);

    /** A waiting job has got GPUs. */
    void started(int job);
  }

  /**
   * A decision.
   *
   * @param partition where jobs run that don't share GPUs
   * @param losers running jobs that may be preempted; those that are to go first stand first
   * @param overheadSeconds what a preemption costs a job, seconds of work
   */
  public Takeover(
      Partition partition,
      Iterable<Integer> losers,
      IntToLongFunction overheadSeconds,
      Effects effects) {
    this.partition = partition;
    this.overheadSeconds = overheadSeconds;
    this.effects = effects;
    nodes = partition.nodes();
    for (int node = 0; node < nodes.positionBound(); node++) {
      byNode.add(new ArrayList<>());
    }
    for (int loser : losers) {
      Allocation place = partition.allocation(loser);
      gpusToTake += place.gpuCount();
      for (int i = 0; i < place.nodeCount(); i++) {
        byNode.get(place.node(i)).add(loser);
      }
    }
  }

  /** Whether nobody is left who may be preempted. */
  public boolean isOver() {
    return gpusToTake == 0;
  }

  /**
   * Starts a waiting job on free GPUs, or on those of others that may be preempted for it.
   *
   * @return whether it has started
   */
  public boolean tryStart(int job) {
    int gpus = partition.jobs().gpuCount(job);
    if (startsAtOnce(job)) {
      return true;
    }
    int[] victims = gpus > nodes.freeGpus() + gpusToTake ? null : victims(gpus);
    if (victims == null) {
      partition.tellBlocked(job);
      return false;
    }
    for (int victim : victims) {
      preempt(victim, job);
    }
    return startsAtOnce(job);
  }

  private boolean startsAtOnce(int job) {
    boolean starts = partition.mayStart(job) && partition.tryStart(job);
    if (starts) {
      effects.started(job);
    }
    return starts;
  }

  private void preempt(int victim, int by) {
    Allocation place = partition.allocation(victim);
    for (int i = 0; i < place.nodeCount(); i++) {
      byNode.get(place.node(i)).remove((Integer) victim);
    }
    gpusToTake -= place.gpuCount();
    effects.beforePreemption(victim, by);
    partition.preempt(victim, by, overheadSeconds.applyAsLong(victim));
    effects.preempted(victim);
  }

  /** Who has to give way so that there are so many GPUs together; null if that does not help. */
  private int[] victims(int gpus) {
    return gpus <= nodes.gpusPerNode() ? victimsOnOneNode(gpus) : victimsOnNodes(gpus);
  }

  /** On the node where the fewest GPUs are taken away in all; among equals on the first. */
  private int[] victimsOnOneNode(int gpus) {
    int[] best = null;
    int least = Integer.MAX_VALUE;
    for (int node = 0; node < byNode.size(); node++) {
      int[] victims = victimsOn(node, gpus);
      int taken = victims == null ? Integer.MAX_VALUE : gpusOf(victims);
      if (taken < least) {
        least = taken;
        best = victims;
      }
      if (victims != null && taken == gpus - nodes.freeGpus(node)) {
        return victims;
      }
    }
    return best;
  }

  /** The first of the node's losers until so many GPUs are free there; null if they don't do. */
  private int[] victimsOn(int node, int gpus) {
    int missing = gpus - freeGpus(node);
    int count = 0;
    List<Integer> losers = byNode.get(node);
    while (missing > 0 && count < losers.size()) {
      missing -= gpusOn(node, losers.get(count++));
    }
    return missing > 0 ? null : toArray(losers.subList(0, count));
  }

  /**
   * On whole nodes and, for the rest, on a part of one; of those that can be had, the ones first
   * where most GPUs are free already.
   */
  private int[] victimsOnNodes(int gpus) {
    int perNode = nodes.gpusPerNode();
    List<Integer> emptiest =
        IntStream.range(0, byNode.size())
            .boxed()
            .sorted(Comparator.comparingInt(node -> -freeGpus(node)))
            .toList();
    Set<Integer> victims = new LinkedHashSet<>();
    int missing = gpus;
    for (int node : emptiest) {
      int[] ofNode = victimsOn(node, Math.min(missing, perNode));
      if (ofNode != null && missing > 0) {
        Arrays.stream(ofNode).forEach(victims::add);
        missing -= Math.min(missing, perNode);
      }
    }
    return missing > 0 ? null : toArray(victims);
  }

  private int freeGpus(int node) {
    return nodes.number(node) >= 0 ? nodes.freeGpus(node) : 0;
  }

  private int gpusOn(int node, int job) {
    Allocation place = partition.allocation(job);
    for (int i = 0; i < place.nodeCount(); i++) {
      if (place.node(i) == node) {
        return Long.bitCount(place.gpuMask(i));
      }
    }
    return 0;
  }

  private int gpusOf(int[] jobs) {
    return Arrays.stream(jobs).map(job -> partition.allocation(job).gpuCount()).sum();
  }

  private static int[] toArray(Collection<Integer> jobs) {
    return jobs.stream().mapToInt(Integer::intValue).toArray();
  }
}
