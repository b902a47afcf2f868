package org.limpid.simulation.placement;

import java.util.SplittableRandom;
import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.cluster.Nodes;

/**
 * Nodes with free GPUs in random order, all their free GPUs, until the job is served.
 *
 * <p>The order is drawn from a seed; equal seeds and equal requests give equal places.
 */
final class RandomPlacer implements Placer {
  private final SplittableRandom random;

  RandomPlacer(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public Allocation place(Nodes nodes, int gpuCount) {
    if (gpuCount > nodes.freeGpus()) {
      return null;
    }
    int[] candidates = nodesWithFree(nodes);
    AllocationBuilder builder = new AllocationBuilder(nodes, gpuCount);
    for (int i = 0; !builder.isComplete(); i++) {
      int drawn = random.nextInt(i, candidates.length);
      int node = candidates[drawn];
      candidates[drawn] = candidates[i];
      builder.takeFrom(node);
    }
    return builder.build();
  }

  private static int[] nodesWithFree(Nodes nodes) {
    int count = 0;
    for (int free = 1; free <= nodes.gpusPerNode(); free++) {
      count += nodes.countWithFree(free);
    }
    int[] found = new int[count];
    for (int free = 1; free <= nodes.gpusPerNode(); free++) {
      for (int node = nodes.nextWithFree(free, 0);
          node >= 0;
          node = nodes.nextWithFree(free, node + 1)) {
        found[--count] = node;
      }
    }
    return found;
  }
}
