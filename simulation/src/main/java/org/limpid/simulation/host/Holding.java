package org.limpid.simulation.host;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.state.ClusterState;

/**
 * What a running job has of CPUs and memory, by node: what it was given, or its part of the best
 * division. Mutable; two of them are never equal.
 */
final class Holding {
  private final int job;
  private final Allocation place;
  private final long startOrder;
  private final Supply wantedPerGpu;
  private final Supply[] given;

  /** What it has in the best division; empty as long as there is none. */
  private List<Supply> best = List.of();

  private List<Supply> told = List.of();
  private boolean isFull;
  private int demotedBy = ClusterState.NOBODY;

  Holding(int job, Allocation place, long startOrder, Supply wantedPerGpu) {
    this.job = job;
    this.place = place;
    this.startOrder = startOrder;
    this.wantedPerGpu = wantedPerGpu;
    given = new Supply[place.nodeCount()];
    Arrays.fill(given, Supply.NONE);
  }

  /** Appends what it has, on its nodes in the order that it knows; others may know another one. */
  void save(ByteWriter out) {
    place.save(out);
    given().forEach(each -> each.save(out));
    out.putBoolean(isFull);
    out.putBoolean(isDivided());
    best.forEach(each -> each.save(out));
  }

  /** Takes over what {@link #save} has written behind the place. */
  void restore(ByteReader in) {
    Arrays.setAll(given, _ -> Supply.restored(in));
    isFull = in.takeBoolean();
    if (in.takeBoolean()) {
      best = Stream.generate(() -> Supply.restored(in)).limit(given.length).toList();
    }
    told = had();
  }

  /** Most GPUs of an allocation on one node. */
  static int mostOnNode(Allocation place) {
    int most = 0;
    for (int i = 0; i < place.nodeCount(); i++) {
      most = Math.max(most, Long.bitCount(place.gpuMask(i)));
    }
    return most;
  }

  int job() {
    return job;
  }

  long startOrder() {
    return startOrder;
  }

  int nodeCount() {
    return given.length;
  }

  int node(int index) {
    return place.node(index);
  }

  long gpuMask(int index) {
    return place.gpuMask(index);
  }

  int gpus(int index) {
    return Long.bitCount(place.gpuMask(index));
  }

  /** Place of a node among its nodes. */
  int indexOf(int node) {
    int index = 0;
    while (place.node(index) != node) {
      index++;
    }
    return index;
  }

  /** What it wants on one of its nodes. */
  Supply wanted(int index) {
    return wantedPerGpu.times(gpus(index));
  }

  Supply wanted() {
    return wantedPerGpu.times(place.gpuCount());
  }

  Supply given(int index) {
    return given[index];
  }

  /** What it was given on each of its nodes. */
  List<Supply> given() {
    return List.of(given);
  }

  /** What it has on each of its nodes. */
  List<Supply> had() {
    return best.isEmpty() ? given() : best;
  }

  /** Gives it a part of the best division, whatever it was given before. */
  void divide(List<Supply> part, int by) {
    best = part;
    demotedBy = by;
  }

  /** Whether it has a part of a best division. */
  boolean isDivided() {
    return !best.isEmpty();
  }

  void give(int index, Supply amount) {
    given[index] = amount;
  }

  /** Whether it was given all that it wants. */
  boolean isFull() {
    return isFull;
  }

  void fill(boolean full) {
    isFull = full;
    if (full) {
      demotedBy = ClusterState.NOBODY;
    }
  }

  /** For which job it was brought down since this was last asked. */
  int takeDemotedBy() {
    int by = demotedBy;
    demotedBy = ClusterState.NOBODY;
    return by;
  }

  void demote(int by) {
    isFull = false;
    demotedBy = by;
  }

  /** CPUs given beside each GPU, where it has fewest. */
  double cpusPerGpu() {
    return leastPerGpu(given(), Supply::cpus);
  }

  /** Memory given beside each GPU, GB, where it has least. */
  double memoryGbPerGpu() {
    return leastPerGpu(given(), Supply::memoryGb);
  }

  /** The least of some amounts, one for each of its nodes, beside each GPU. */
  double leastPerGpu(List<Supply> byNode, ToDoubleFunction<Supply> amount) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < given.length; i++) {
      least = Math.min(least, amount.applyAsDouble(byNode.get(i)) / gpus(i));
    }
    return least;
  }

  /** Whether it has something else than when this was last asked. */
  boolean takeChange() {
    boolean isOther = !had().equals(told);
    told = had();
    return isOther;
  }
}
