package org.limpid.simulation.host;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.limpid.data.ResourceProfile;
import org.limpid.data.SpeedTable;

/**
 * What the jobs of a kind may have: what they can claim, what they want, and the cells of their
 * speed table, as far as a node has so much. Those that are slower than what they can claim, or
 * cost more than another one and are no faster, are left out. Immutable; equal only to itself.
 */
final class SupplyChoices {
  private final SupplyKind kind;
  private final HostDemands demands;
  private final int job;
  private final List<SupplyChoice> all = new ArrayList<>();
  private final List<Supply> leastOfAny;
  private final List<Supply> span;

  /**
   * The choices of a kind.
   *
   * @param job any job of it
   */
  SupplyChoices(SupplyKind kind, int job, HostDemands demands) {
    this.kind = kind;
    this.job = job;
    this.demands = demands;
    SupplyChoice least = choice(kind.least());
    add(least);
    addBesideEachGpu(demands.wanted(job, kind.mostGpusOnNode()), least);
    ResourceProfile profile = demands.profile(job);
    if (profile != null) {
      for (SpeedTable.Cell cell : profile.speeds().choices(0)) {
        addBesideEachGpu(Supply.of(cell.cpus(), cell.memoryGb()), least);
      }
    }
    all.sort(SupplyChoice.FASTEST_FIRST);
    leastOfAny = ofAny(Supply::atMost);
    List<Supply> mostOfAny = ofAny(Supply::atLeast);
    span =
        IntStream.range(0, kind.nodeCount())
            .mapToObj(index -> mostOfAny.get(index).minus(leastOfAny.get(index)))
            .toList();
  }

  private void addBesideEachGpu(Supply perGpu, SupplyChoice least) {
    if (perGpu.times(kind.mostGpusOnNode()).fitsIn(demands.node())) {
      SupplyChoice choice = choice(kind.gpus().stream().map(perGpu::times).toList());
      if (choice.speed() >= least.speed()) {
        add(choice);
      }
    }
  }

  private void add(SupplyChoice choice) {
    if (all.stream().noneMatch(choice::isNoBetterThan)) {
      all.removeIf(other -> other.isNoBetterThan(choice));
      all.add(choice);
    }
  }

  private SupplyChoice choice(List<Supply> byNode) {
    return new SupplyChoice(speed(byNode), byNode);
  }

  /** How fast a job is with so much on each of its nodes, in billionths. */
  long speed(List<Supply> byNode) {
    double cpus = Double.POSITIVE_INFINITY;
    double memoryGb = Double.POSITIVE_INFINITY;
    for (int i = 0; i < byNode.size(); i++) {
      cpus = Math.min(cpus, byNode.get(i).cpus() / kind.gpus().get(i));
      memoryGb = Math.min(memoryGb, byNode.get(i).memoryGb() / kind.gpus().get(i));
    }
    return SupplyChoice.parts(demands.speed(job, cpus, memoryGb));
  }

  SupplyKind kind() {
    return kind;
  }

  /** One at least, the fastest first. */
  List<SupplyChoice> all() {
    return all;
  }

  /** Whether there is anything to choose. */
  boolean isOpen() {
    return all.size() > 1;
  }

  /** Whether a choice on one node is one on all. */
  boolean isTying() {
    return isOpen() && kind.nodeCount() > 1;
  }

  long fastest() {
    return all.getFirst().speed();
  }

  private List<Supply> ofAny(BinaryOperator<Supply> extreme) {
    return IntStream.range(0, kind.nodeCount())
        .mapToObj(
            index -> all.stream().map(choice -> choice.onNode(index)).reduce(extreme).orElseThrow())
        .toList();
  }

  /** What any choice takes of each node at least. */
  List<Supply> least() {
    return leastOfAny;
  }

  /** How much more some choice takes of each node than that. */
  List<Supply> span() {
    return span;
  }
}
