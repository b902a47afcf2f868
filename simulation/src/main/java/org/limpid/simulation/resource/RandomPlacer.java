package org.limpid.simulation.resource;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;

/**
 * Nodes with free GPUs in random order, all their free GPUs, until the job is served.
 *
 * <p>The order is drawn from a seed; equal seeds and equal requests give equal places.
 */
final class RandomPlacer implements Placer, Resumable {
  private final CountingRandom random;

  RandomPlacer(long seed) {
    random = new CountingRandom(seed);
  }

  @Override
  public void save(ByteWriter out) {
    out.putSigned(random.draws);
  }

  @Override
  public void restore(ByteReader in) {
    random.skip(in.takeSigned());
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

  /** Knows how often it was drawn from, as a {@link SplittableRandom} can't be saved. */
  private static final class CountingRandom implements RandomGenerator {
    private final SplittableRandom random;
    private long draws;

    CountingRandom(long seed) {
      random = new SplittableRandom(seed);
    }

    void skip(long count) {
      for (long i = 0; i < count; i++) {
        nextLong();
      }
    }

    @Override
    public int nextInt() {
      draws++;
      return random.nextInt();
    }

    @Override
    public long nextLong() {
      draws++;
      return random.nextLong();
    }
  }
}
