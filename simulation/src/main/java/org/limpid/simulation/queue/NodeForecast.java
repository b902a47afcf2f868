package org.limpid.simulation.queue;

import java.util.Arrays;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.NodeReservation;
import org.limpid.simulation.resource.Nodes;

/** When the nodes of a partition are expected to have enough free GPUs. */
final class NodeForecast {
  private final Partition partition;
  private final Nodes nodes;

  /** Per position and GPU the second in which the GPU is free; null for an idle node. */
  private final long[][] freeAt;

  NodeForecast(Partition partition, ExpectedRun expected) {
    this.partition = partition;
    nodes = partition.nodes();
    freeAt = new long[nodes.positionBound()][];
    partition.forEachRunning(job ->
        holdUntil(partition.now() + expected.ofRunning(partition, job), partition.allocation(job)));
  }

  private void holdUntil(long end, Allocation place) {
    for (int i = 0; i < place.nodeCount(); i++) {
      int node = place.node(i);
      if (freeAt[node] == null) {
        freeAt[node] = new long[nodes.gpusPerNode()];
      }
      for (long rest = place.gpuMask(i); rest != 0; rest &= rest - 1) {
        int gpu = Long.numberOfTrailingZeros(rest);
        freeAt[node][gpu] = Math.max(freeAt[node][gpu], end);
      }
    }
  }

  /** How many nodes a job takes. */
  static int nodesFor(int job, Partition partition) {
    return Math.ceilDiv(partition.jobs().gpuCount(job), partition.nodes().gpusPerNode());
  }

  /** The nodes that can soonest hold the job, and when; none if too few nodes are here. */
  NodeReservation reserveFor(int job) {
    return reserve(job, (_, count) -> 0);
  }

  /**
   * The nodes that can just hold the job as soon as any can, so that those which are free before
   * are left to others; none if too few nodes are here.
   */
  NodeReservation reserveLatestFor(int job) {
    return reserve(job, NodeForecast::firstOfLatest);
  }

  /** Which of the nodes by their waits is the first one of those to reserve. */
  @FunctionalInterface
  private interface FirstOf {
    int place(long[] byWait, int count);
  }

  private static int firstOfLatest(long[] byWait, int count) {
    int end = count;
    while (end < byWait.length && waitOf(byWait[end]) == waitOf(byWait[count - 1])) {
      end++;
    }
    return end - count;
  }

  private NodeReservation reserve(int job, FirstOf firstOf) {
    int count = nodesFor(job, partition);
    if (count > nodes.nodeCount()) {
      return NodeReservation.NONE;
    }
    int gpuCount = partition.jobs().gpuCount(job);
    long[] byWait = nodesByWait(Math.min(gpuCount, nodes.gpusPerNode()));
    int first = firstOf.place(byWait, count);
    int[] positions = new int[count];
    for (int i = 0; i < count; i++) {
      positions[i] = (int) byWait[first + i];
    }
    return new NodeReservation(positions, partition.now() + waitOf(byWait[count - 1]));
  }

  private static long waitOf(long packed) {
    return packed >> Integer.SIZE;
  }

  /**
   * The nodes that are here by the time until they have so many free GPUs, then by position: the
   * seconds in the high 32 bits, the position in the low ones.
   */
  private long[] nodesByWait(int gpuCount) {
    long[] sorted = new long[nodes.nodeCount()];
    int found = 0;
    for (int node = 0; node < nodes.positionBound(); node++) {
      if (nodes.number(node) >= 0) {
        sorted[found++] = secondsUntilFree(node, gpuCount) << Integer.SIZE | node;
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  private long secondsUntilFree(int node, int gpuCount) {
    if (freeAt[node] == null) {
      return 0;
    }
    long[] times = freeAt[node].clone();
    Arrays.sort(times);
    return Math.max(0, times[gpuCount - 1] - partition.now());
  }
}
