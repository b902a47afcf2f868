package org.limpid.simulation.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.NodeReservation;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.resource.PlaceFinder;
import org.limpid.simulation.state.ClusterState;

/**
 * Allocates the CPUs and the memory of the nodes of a virtual cluster to the jobs on their GPUs, by
 * a {@link HostRule}, under any policy: a step after each start and end.
 *
 * <p>The fair share of a job is the part of each node that belongs to its GPUs; two jobs on one GPU
 * have half of that each. No job has less, unless it wants less, so all fair shares together always
 * fit. What is left goes to those who want more, all or nothing: when they start, or when something
 * becomes free, those who started first before the others. Whoever needs its fair share back takes
 * it from jobs that have all they want: those on fewest nodes first, then those with most CPUs and
 * most memory for each GPU, and then those that started first.
 *
 * <p>Under {@link HostRule#OPT} all of this is done, too, and decides where jobs go; what they have
 * there is then the part of an {@link OptimalDivision}.
 *
 * <p>All of this can be known; what it does to the speed of jobs can't. Mutable, for one thread.
 */
public final class Hosts implements Resumable {
  private static final Comparator<Holding> GREEDIEST_FIRST =
      Comparator.comparingInt(Holding::nodeCount)
          .thenComparing(Comparator.comparingDouble(Holding::cpusPerGpu).reversed())
          .thenComparing(Comparator.comparingDouble(Holding::memoryGbPerGpu).reversed())
          .thenComparingLong(Holding::startOrder);

  private final HostRule rule;
  private final HostDemands demands;
  private final ClusterState state;
  private final Nodes nodes;
  private final Holding[] holdings;
  private final List<List<Holding>> residents = new ArrayList<>();
  private final List<Supply> free = new ArrayList<>();
  private final Set<Integer> touched = new TreeSet<>();
  private final Set<Holding> changed = new LinkedHashSet<>();

  /** Null: jobs have what they are given. */
  private final OptimalDivision optimum;

  /** Told which jobs have other shares than before. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A running job has another share.
     *
     * @param by the job for which it was demoted to its fair share, or under {@link HostRule#OPT}
     *     to a lower speed; -1 if it was not
     */
    void supplied(int job, int by);
  }

  /**
   * Nobody has anything.
   *
   * @param rule who gets what
   * @param demands what the jobs want
   * @param state of the virtual cluster, before any job has started
   */
  public Hosts(HostRule rule, HostDemands demands, ClusterState state) {
    this.rule = rule;
    this.demands = demands;
    this.state = state;
    nodes = state.nodes();
    holdings = new Holding[state.jobCount()];
    optimum =
        rule == HostRule.OPT ? new OptimalDivision(demands, residents::get, this::least) : null;
  }

  /** What a node has, every one of them. */
  public Supply ofNode() {
    return demands.node();
  }

  /** What nobody has of the node at a position. */
  public Supply free(int node) {
    reach(node);
    return residents.get(node).stream()
        .map(holding -> holding.had().get(holding.indexOf(node)))
        .reduce(demands.node(), Supply::minus);
  }

  /** What was given to nobody of the node at a position. */
  private Supply spare(int node) {
    reach(node);
    return free.get(node);
  }

  /** What a running job has on all of its nodes. */
  public Supply given(int job) {
    return holdings[job].had().stream().reduce(Supply.NONE, Supply::plus);
  }

  /** What a running job wants on all of its nodes. */
  public Supply wanted(int job) {
    return holdings[job].wanted();
  }

  /** What a running job could claim on all of its nodes: its fair share. */
  public Supply fairShare(int job) {
    Holding holding = holdings[job];
    return IntStream.range(0, holding.nodeCount())
        .mapToObj(index -> fair(holding, index))
        .reduce(Supply.NONE, Supply::plus);
  }

  /** CPUs of a running job beside each of its GPUs, where it has fewest. */
  public double cpusPerGpu(int job) {
    return holdings[job].leastPerGpu(holdings[job].had(), Supply::cpus);
  }

  /** Memory of a running job beside each of its GPUs, GB, where it has least. */
  public double memoryGbPerGpu(int job) {
    return holdings[job].leastPerGpu(holdings[job].had(), Supply::memoryGb);
  }

  /**
   * GPUs for a waiting job: where it has all that it wants; if there is no such place and the rule
   * is not greedy, where it has its fair share without taking from others; and then anywhere.
   *
   * @param avoided nodes that are kept for others
   * @return null when it has to wait
   */
  public Allocation find(int job, PlaceFinder places, NodeReservation avoided) {
    int gpus = state.gpuCount(job);
    if (rule == HostRule.FAIR) {
      return places.find(gpus, avoided);
    }
    if (!places.mayFind(gpus)) {
      return null;
    }
    int onNode = Math.min(gpus, nodes.gpusPerNode());
    Supply wanted = demands.wanted(job, onNode);
    Allocation whole = findWith(wanted.times(onNode), gpus, places, avoided);
    if (whole != null || rule == HostRule.GREEDY) {
      return whole;
    }
    Supply least = wanted.atMost(demands.fairShare()).times(onNode);
    Allocation without = findWith(least, gpus, places, avoided);
    return without != null ? without : places.find(gpus, avoided);
  }

  private Allocation findWith(
      Supply needed, int gpus, PlaceFinder places, NodeReservation avoided) {
    return places.find(gpus, avoided, node -> needed.fitsIn(spare(node)));
  }

  /** A job has started, or goes on elsewhere after it has {@link #left}. */
  public void started(int job) {
    Holding holding = empty(job, state.place(job));
    for (int partner : state.partners(job)) {
      if (!holdings[partner].isFull()) {
        giveLeast(holdings[partner]);
      }
    }
    enter(holding);
    if (optimum != null) {
      optimum.started(holding);
      changePartners(job);
    }
    if (!giveAll(holding)) {
      giveLeast(holding);
    }
  }

  private Holding empty(int job, Allocation place) {
    Supply wanted = demands.wanted(job, Holding.mostOnNode(place));
    return new Holding(job, place, state.startOrder(job), wanted);
  }

  private void enter(Holding holding) {
    holdings[holding.job()] = holding;
    for (int i = 0; i < holding.nodeCount(); i++) {
      reach(holding.node(i));
      residents.get(holding.node(i)).add(holding);
    }
  }

  /** A running job is about to leave its GPUs. */
  public void left(int job) {
    Holding holding = holdings[job];
    if (optimum != null) {
      optimum.left(holding);
      changePartners(job);
    }
    for (int i = 0; i < holding.nodeCount(); i++) {
      give(holding, i, Supply.NONE);
      residents.get(holding.node(i)).remove(holding);
    }
    holdings[job] = null;
    changed.remove(holding);
  }

  /** They can claim something else now, as they share other GPUs than before. */
  private void changePartners(int job) {
    for (int partner : state.partners(job)) {
      optimum.changed(holdings[partner]);
    }
  }

  /** Gives what became free to those who lack something. */
  public void settle() {
    while (!touched.isEmpty()) {
      List<Holding> concerned =
          touched.stream()
              .flatMap(node -> residents.get(node).stream())
              .distinct()
              .sorted(Comparator.comparingLong(Holding::startOrder))
              .toList();
      touched.clear();
      concerned.stream().filter(this::hasTooLittle).forEach(this::giveLeast);
      concerned.stream().filter(holding -> !holding.isFull()).forEach(this::giveAll);
    }
  }

  /** Tells all changes since the last call; of a job that has left there are none. */
  public void tellChanges(Listener listener) {
    if (optimum != null) {
      changed.addAll(optimum.divide());
    }
    List<Holding> maybe = List.copyOf(changed);
    changed.clear();
    for (Holding holding : maybe) {
      int by = holding.takeDemotedBy();
      if (holding.takeChange()) {
        listener.supplied(holding.job(), by);
      }
    }
  }

  /** What the running jobs have; to be called when all changes are told. */
  @Override
  public void save(ByteWriter out) {
    for (int job : state.runningInStartOrder()) {
      holdings[job].save(out);
    }
  }

  /** To be called when the running jobs are back on their GPUs. */
  @Override
  public void restore(ByteReader in) {
    for (int job : state.runningInStartOrder()) {
      Holding holding = empty(job, Allocation.restored(in, nodes.positionBound()));
      holding.restore(in);
      enter(holding);
      for (int i = 0; i < holding.nodeCount(); i++) {
        take(holding.node(i), holding.given(i));
      }
    }
  }

  private void take(int node, Supply amount) {
    if (!amount.fitsIn(spare(node))) {
      throw new IllegalStateException("the jobs on node %d have more than it has".formatted(node));
    }
    free.set(node, spare(node).minus(amount));
  }

  private boolean hasTooLittle(Holding holding) {
    return IntStream.range(0, holding.nodeCount())
        .anyMatch(index -> !least(holding, index).fitsIn(holding.given(index)));
  }

  /** Gives a job all that it wants, if that is there. */
  private boolean giveAll(Holding holding) {
    for (int i = 0; i < holding.nodeCount(); i++) {
      Supply more = most(holding, i).minus(holding.given(i));
      if (!more.fitsIn(spare(holding.node(i)))) {
        return false;
      }
    }
    for (int i = 0; i < holding.nodeCount(); i++) {
      give(holding, i, most(holding, i));
    }
    holding.fill(rule != HostRule.FAIR);
    return true;
  }

  /** Gives a job what it can claim. */
  private void giveLeast(Holding holding) {
    for (int i = 0; i < holding.nodeCount(); i++) {
      Supply least = least(holding, i);
      Supply need = least.minus(holding.given(i)).minus(spare(holding.node(i))).aboveZero();
      if (!need.equals(Supply.NONE)) {
        makeRoom(holding, holding.node(i), need);
      }
      give(holding, i, least);
    }
  }

  private void makeRoom(Holding newcomer, int node, Supply needed) {
    Supply need = needed;
    List<Holding> candidates =
        residents.get(node).stream()
            .filter(holding -> holding != newcomer && holding.isFull())
            .sorted(GREEDIEST_FIRST)
            .toList();
    for (Holding holding : candidates) {
      int index = holding.indexOf(node);
      Supply excess = holding.given(index).minus(least(holding, index));
      if (excess.helps(need)) {
        holding.demote(newcomer.job());
        giveLeast(holding);
        need = need.minus(excess).aboveZero();
      }
    }
    if (!need.equals(Supply.NONE)) {
      throw new IllegalStateException(
          "node %d lacks %s for the fair share of job %d".formatted(node, need, newcomer.job()));
    }
  }

  /** What belongs to the GPUs of a job on one of its nodes. */
  private Supply fair(Holding holding, int index) {
    long alone = holding.gpuMask(index) & nodes.heldOnceMask(holding.node(index));
    int ownGpus = Long.bitCount(alone);
    int sharedGpus = holding.gpus(index) - ownGpus;
    Supply ofSharedGpu = demands.fairShare().part(Nodes.MOST_JOBS_PER_GPU);
    return demands.fairShare().times(ownGpus).plus(ofSharedGpu.times(sharedGpus));
  }

  private Supply least(Holding holding, int index) {
    Supply fair = fair(holding, index);
    return rule == HostRule.FAIR ? fair : fair.atMost(holding.wanted(index));
  }

  private List<Supply> least(Holding holding) {
    return IntStream.range(0, holding.nodeCount())
        .mapToObj(index -> least(holding, index))
        .toList();
  }

  private Supply most(Holding holding, int index) {
    return rule == HostRule.FAIR ? fair(holding, index) : holding.wanted(index);
  }

  private void give(Holding holding, int index, Supply amount) {
    Supply before = holding.given(index);
    if (amount.equals(before)) {
      return;
    }
    int node = holding.node(index);
    free.set(node, spare(node).plus(before).minus(amount));
    holding.give(index, amount);
    changed.add(holding);
    if (optimum != null) {
      optimum.changed(holding);
    }
    if (!before.fitsIn(amount)) {
      touched.add(node);
    }
  }

  private void reach(int node) {
    while (free.size() <= node) {
      free.add(demands.node());
      residents.add(new ArrayList<>());
    }
  }
}
