package org.limpid.simulation.resource;

/**
 * Nodes in order, all their free GPUs, until the job is served; fails only when GPUs are short.
 *
 * <p>The published artifact of Lucid calls this rule "random".
 */
final class FirstFitPlacer implements Placer {
  @Override
  public Allocation place(Nodes nodes, int gpuCount) {
    if (gpuCount > nodes.freeGpus()) {
      return null;
    }
    AllocationBuilder builder = new AllocationBuilder(nodes, gpuCount);
    for (int node = 0; !builder.isComplete(); node++) {
      node = nextWithAnyFree(nodes, node);
      builder.takeFrom(node);
    }
    return builder.build();
  }

  private static int nextWithAnyFree(Nodes nodes, int from) {
    int first = Integer.MAX_VALUE;
    for (int free = 1; free <= nodes.gpusPerNode(); free++) {
      int node = nodes.nextWithFree(free, from);
      if (node >= 0 && node < first) {
        first = node;
      }
    }
    return first;
  }
}
