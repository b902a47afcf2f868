package org.limpid.simulation.host;

import java.util.Arrays;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.state.ClusterState;

/** What a running job has of CPUs and memory, by node. Mutable; two of them are never equal. */
final class Holding {
  private final int job;
  private final Allocation place;
  private final long startOrder;
  private final Supply wantedPerGpu;
  private final Supply[] given;
  private Supply[] told;
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
    for (Supply each : given) {
      each.save(out);
    }
    out.putBoolean(isFull);
  }

  /** Takes over what {@link #save} has written behind the place. */
  void restore(ByteReader in) {
    for (int i = 0; i < given.length; i++) {
      given[i] = Supply.restored(in);
    }
    isFull = in.takeBoolean();
    told = given.clone();
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

  Supply given() {
    return Arrays.stream(given).reduce(Supply.NONE, Supply::plus);
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

  /** For which job it was brought down to its fair share since this was last asked. */
  int takeDemotedBy() {
    int by = demotedBy;
    demotedBy = ClusterState.NOBODY;
    return by;
  }

  void demote(int by) {
    isFull = false;
    demotedBy = by;
  }

  /** CPUs beside each GPU, where it has fewest. */
  double cpusPerGpu() {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < given.length; i++) {
      least = Math.min(least, given[i].cpus() / gpus(i));
    }
    return least;
  }

  /** Memory beside each GPU, GB, where it has least. */
  double memoryGbPerGpu() {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < given.length; i++) {
      least = Math.min(least, given[i].memoryGb() / gpus(i));
    }
    return least;
  }

  /** Whether it has something else than when this was last asked. */
  boolean takeChange() {
    boolean isOther = !Arrays.equals(given, told);
    told = given.clone();
    return isOther;
  }
}
