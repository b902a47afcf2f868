package org.limpid.simulation.queue;

import java.util.Arrays;
import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.cluster.Nodes;
import org.limpid.simulation.engine.NodeReservation;
import org.limpid.simulation.engine.Partition;

/** When the nodes of a partition are expected to have enough free GPUs. */
final class NodeForecast {
  private final Partition partition;
  private final Nodes nodes;
  private final long[][] freeAt;

  NodeForecast(Partition partition, ExpectedRun expected) {
    this.partition = partition;
    nodes = partition.nodes();
    int gpusPerNode = nodes.gpusPerNode();
    freeAt = new long[nodes.positionBound()][];
    partition.forEachRunning(job -> {
      long end = partition.now() + expected.ofRunning(partition, job);
      Allocation place = partition.allocation(job);
      for (int i = 0; i < place.nodeCount(); i++) {
        long[] gpus = freeAt[place.node(i)];
        if (gpus == null) {
          gpus = new long[gpusPerNode];
          freeAt[place.node(i)] = gpus;
        }
        for (long rest = place.gpuMask(i); rest != 0; rest &= rest - 1) {
          int gpu = Long.numberOfTrailingZeros(rest);
          gpus[gpu] = Math.max(gpus[gpu], end);
        }
      }
    });
  }

  /** The nodes that can soonest hold the job, and when. */
  NodeReservation reserveFor(int job) {
    int gpuCount = partition.jobs().gpuCount(job);
    int perNode = nodes.gpusPerNode();
    int count = Math.ceilDiv(gpuCount, perNode);
    int gpusOnEach = Math.min(gpuCount, perNode);
    // The high bits order by time, the low ones by position.
    long[] soonest = new long[nodes.nodeCount()];
    int found = 0;
    for (int node = 0; node < nodes.positionBound(); node++) {
      if (nodes.number(node) >= 0) {
        long wait = freeAt[node] == null ? 0 : secondsUntilFree(node, gpusOnEach);
        soonest[found++] = wait << Integer.SIZE | node;
      }
    }
    Arrays.sort(soonest);
    if (count > found) {
      return NodeReservation.NONE;
    }
    int[] positions = new int[count];
    for (int i = 0; i < count; i++) {
      positions[i] = (int) soonest[i];
    }
    return new NodeReservation(positions, partition.now() + (soonest[count - 1] >> Integer.SIZE));
  }

  private long secondsUntilFree(int node, int gpuCount) {
    long[] times = freeAt[node].clone();
    Arrays.sort(times);
    return Math.max(0, times[gpuCount - 1] - partition.now());
  }
}
