package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.state.ClusterState;
import org.limpid.simulation.waiting.Replay;
import org.limpid.simulation.waiting.WaitCause;

/** A segment of the wait of one job that is not over yet. For one thread. */
final class SegmentBuilder {
  private final int waiting;
  private final Ledger ledger;
  private final Nodes nodes;
  private final IntFunction<JobName> names;
  private final WaitCause cause;
  private final long from;
  private final int gpus;
  private final int gpusPerNode;
  private final List<Segment.FreeNodes> freeNodes;
  private final Map<Integer, Long> held = new LinkedHashMap<>();
  private final Map<Integer, Long> blocked = new LinkedHashMap<>();
  private int leastFree;
  private int mostFree;
  private long to;

  /** A segment that begins with the state of a replay. */
  SegmentBuilder(
      int waiting,
      WaitCause cause,
      long from,
      Replay replay,
      Ledger ledger,
      IntFunction<JobName> names) {
    this.waiting = waiting;
    this.cause = cause;
    this.from = from;
    this.ledger = ledger;
    this.names = names;
    to = from;
    nodes = replay.state().nodes();
    gpus = nodes.gpuCount();
    gpusPerNode = nodes.gpusPerNode();
    freeNodes = spread();
    leastFree = nodes.freeGpus();
    mostFree = nodes.freeGpus();
  }

  private List<Segment.FreeNodes> spread() {
    List<Segment.FreeNodes> spread = new ArrayList<>();
    for (int free = gpusPerNode; free > 0; free--) {
      int count = nodes.countWithFree(free);
      if (count > 0) {
        spread.add(new Segment.FreeNodes(count, free));
      }
    }
    return spread;
  }

  boolean goesOnWith(WaitCause next, long second) {
    return next == cause && second == to;
  }

  /** The state lasts until {@code until}. */
  void add(Replay replay, long until) {
    long seconds = until - to;
    to = until;
    leastFree = Math.min(leastFree, nodes.freeGpus());
    mostFree = Math.max(mostFree, nodes.freeGpus());
    ClusterState state = replay.state();
    for (int i = 0; i < state.runningCount(); i++) {
      int job = state.running(i);
      held.merge(job, seconds * state.gpuCount(job), Long::sum);
    }
    int blocking = replay.blocking();
    if (cause == WaitCause.HEAD_OF_LINE && blocking != ClusterState.NOBODY && blocking != waiting) {
      blocked.merge(blocking, seconds, Long::sum);
    }
  }

  Segment build() {
    List<Segment.Holder> holders =
        held.entrySet().stream()
            .sorted(byImportance())
            .limit(Segment.SHOWN)
            .map(entry -> holder(entry.getKey(), entry.getValue()))
            .toList();
    List<Segment.Blocker> blockers =
        blocked.entrySet().stream()
            .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
            .map(entry -> new Segment.Blocker(names.apply(entry.getKey()), entry.getValue()))
            .toList();
    Segment.Cluster cluster =
        new Segment.Cluster(
            gpus,
            gpusPerNode,
            leastFree,
            mostFree,
            freeNodes,
            blockers,
            holders,
            held.size() - holders.size());
    return new Segment(cause, from, to, Optional.of(cluster));
  }

  /** Where a job is overtaken, those that came later are to blame, so they come first. */
  private Comparator<Map.Entry<Integer, Long>> byImportance() {
    Comparator<Map.Entry<Integer, Long>> largest =
        Map.Entry.<Integer, Long>comparingByValue().reversed();
    Comparator<Map.Entry<Integer, Long>> stable = largest.thenComparing(Map.Entry::getKey);
    return cause == WaitCause.OVERTAKEN
        ? Comparator.<Map.Entry<Integer, Long>, Boolean>comparing(
                entry -> !cameLater(entry.getKey()))
            .thenComparing(stable)
        : stable;
  }

  private Segment.Holder holder(int job, long gpuSeconds) {
    return new Segment.Holder(names.apply(job), ledger.since(job), cameLater(job), gpuSeconds);
  }

  private boolean cameLater(int job) {
    return ledger.arrivalRank(job) > ledger.arrivalRank(waiting);
  }
}
