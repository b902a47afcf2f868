package org.limpid.simulation.resource;

/**
 * As few nodes as possible: best fit on one node, or idle nodes and at most one remainder.
 *
 * <p>A remainder goes to the emptiest node that is left rather than to the best fit, as in the
 * published artifact of Lucid.
 */
final class ConsolidatePlacer implements Placer {
  @Override
  public Allocation place(Nodes nodes, int gpuCount) {
    if (gpuCount > nodes.freeGpus()) {
      return null;
    }
    return gpuCount <= nodes.gpusPerNode() ? bestFit(nodes, gpuCount) : wholeNodes(nodes, gpuCount);
  }

  private static Allocation bestFit(Nodes nodes, int gpuCount) {
    for (int free = gpuCount; free <= nodes.gpusPerNode(); free++) {
      int node = nodes.nextWithFree(free, 0);
      if (node >= 0) {
        return nodes.onNode(node, nodes.lowestFree(node, gpuCount));
      }
    }
    return null;
  }

  private static Allocation wholeNodes(Nodes nodes, int gpuCount) {
    int perNode = nodes.gpusPerNode();
    int whole = gpuCount / perNode;
    int remainder = gpuCount % perNode;
    if (nodes.countWithFree(perNode) < whole) {
      return null;
    }
    int count = remainder == 0 ? whole : whole + 1;
    int[] chosen = new int[count];
    long[] masks = new long[count];
    int node = -1;
    for (int i = 0; i < whole; i++) {
      node = nodes.nextWithFree(perNode, node + 1);
      chosen[i] = node;
      masks[i] = nodes.freeMask(node);
    }
    if (remainder > 0) {
      int last = emptiestAfter(nodes, node);
      if (last < 0 || nodes.freeGpus(last) < remainder) {
        return null;
      }
      chosen[whole] = last;
      masks[whole] = nodes.lowestFree(last, remainder);
    }
    return new Allocation(chosen, masks);
  }

  /** The node with most free GPUs, idle nodes up to {@code lastTaken} left out. */
  private static int emptiestAfter(Nodes nodes, int lastTaken) {
    int node = nodes.nextWithFree(nodes.gpusPerNode(), lastTaken + 1);
    for (int free = nodes.gpusPerNode() - 1; node < 0 && free > 0; free--) {
      node = nodes.nextWithFree(free, 0);
    }
    return node;
  }
}
