package org.limpid.simulation.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.limpid.simulation.state.ClusterState;

/**
 * Divides nodes among the jobs that run on them so that the sum of their speeds is the largest, and
 * none is slower than with what it can claim. A job has what its speed table tells of, one of its
 * {@link SupplyChoices}. Nobody moves, so each node is a program of its own; jobs on several nodes
 * tie them together, if they have a choice. Only nodes whose jobs have changed are divided anew.
 *
 * <p>{@link NodeDivisions} solve a node exactly, and {@link TiedJobsProgram} what is tied together.
 * Where that gives up and has found nothing better, the jobs keep what they were given. So no sum
 * is ever smaller than that. A division follows from where the jobs are and what they were given;
 * of jobs of one kind those that started first are the fastest. Mutable, for one thread.
 *
 * <p>Source: Synergy (Mohan et al., OSDI 2022), section 4.1, here for jobs that are on nodes
 * already.
 */
final class OptimalDivision {
  private static final Comparator<Holding> FIRST_STARTED =
      Comparator.comparingLong(Holding::startOrder);

  private final HostDemands demands;
  private final IntFunction<List<Holding>> residents;
  private final Function<Holding, List<Supply>> claims;
  private final Map<SupplyKind, SupplyChoices> choices = new HashMap<>();
  private final KnownDivisions known;
  private final TreeSet<Integer> changedNodes = new TreeSet<>();
  private final Set<Holding> newcomers = new HashSet<>();

  /**
   * A division of nodes on which nobody is.
   *
   * @param residents the jobs on a node
   * @param claims what a job can claim on each of its nodes
   */
  OptimalDivision(
      HostDemands demands,
      IntFunction<List<Holding>> residents,
      Function<Holding, List<Supply>> claims) {
    this.demands = demands;
    this.residents = residents;
    this.claims = claims;
    known = new KnownDivisions(demands.node());
  }

  /** A job has started. */
  void started(Holding holding) {
    newcomers.add(holding);
    changed(holding);
  }

  /** A job leaves its nodes. */
  void left(Holding holding) {
    newcomers.remove(holding);
    changed(holding);
  }

  /** What a job can claim, or what it was given, may be something else than before. */
  void changed(Holding holding) {
    IntStream.range(0, holding.nodeCount()).map(holding::node).forEach(changedNodes::add);
  }

  /** Divides all nodes whose jobs have changed; the jobs on them, which may have other shares. */
  List<Holding> divide() {
    List<Holding> divided = new ArrayList<>();
    while (!changedNodes.isEmpty()) {
      TiedNodes tied = tiedTo(changedNodes.first());
      changedNodes.removeAll(tied.nodes());
      divide(tied, divided);
    }
    newcomers.clear();
    return divided;
  }

  /** A node, and all that jobs tie to it. */
  private TiedNodes tiedTo(int first) {
    TiedNodes tied = new TiedNodes(demands.node());
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      int node = open.remove();
      if (tied.reach(node)) {
        for (Holding holding : residents.apply(node)) {
          SupplyChoices ofJob = choices(holding);
          tied.add(holding, ofJob, node);
          if (ofJob.isTying()) {
            IntStream.range(0, holding.nodeCount()).map(holding::node).forEach(open::add);
          }
        }
      }
    }
    return tied;
  }

  private SupplyChoices choices(Holding holding) {
    List<Integer> gpus =
        IntStream.range(0, holding.nodeCount()).map(holding::gpus).boxed().toList();
    SupplyKind kind = new SupplyKind(demands.model(holding.job()), gpus, claims.apply(holding));
    return choices.computeIfAbsent(kind, _ -> new SupplyChoices(kind, holding.job(), demands));
  }

  private void divide(TiedNodes tied, List<Holding> divided) {
    Map<Holding, List<Supply>> parts = tied.best(known);
    int newcomer =
        parts.keySet().stream()
            .filter(newcomers::contains)
            .min(FIRST_STARTED)
            .map(Holding::job)
            .orElse(ClusterState.NOBODY);
    parts.forEach((holding, part) -> {
      holding.divide(part, isSlower(holding, part) ? newcomer : ClusterState.NOBODY);
      divided.add(holding);
    });
  }

  private boolean isSlower(Holding holding, List<Supply> part) {
    return holding.isDivided()
        && choices(holding).speed(part) < choices(holding).speed(holding.had());
  }
}
