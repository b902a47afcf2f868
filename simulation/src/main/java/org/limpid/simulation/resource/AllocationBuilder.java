package org.limpid.simulation.resource;

import java.util.Arrays;

/** Collects free GPUs node by node until a job is served. */
final class AllocationBuilder {
  private final Nodes nodes;
  private int missing;
  private int[] chosen = new int[4];
  private long[] masks = new long[4];
  private int size;

  AllocationBuilder(Nodes nodes, int gpuCount) {
    this.nodes = nodes;
    missing = gpuCount;
  }

  boolean isComplete() {
    return missing == 0;
  }

  void takeFrom(int node) {
    int taken = Math.min(missing, nodes.freeGpus(node));
    if (size == chosen.length) {
      chosen = Arrays.copyOf(chosen, 2 * size);
      masks = Arrays.copyOf(masks, 2 * size);
    }
    chosen[size] = node;
    masks[size] = nodes.lowestFree(node, taken);
    size++;
    missing -= taken;
  }

  Allocation build() {
    return size == 1
        ? nodes.onNode(chosen[0], masks[0])
        : new Allocation(Arrays.copyOf(chosen, size), Arrays.copyOf(masks, size));
  }
}
