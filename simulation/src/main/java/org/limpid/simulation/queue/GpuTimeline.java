package org.limpid.simulation.queue;

import java.util.Arrays;
import org.limpid.simulation.loop.Partition;

/**
 * How many GPUs of a partition are free at which time from now on: steps, of which the last one
 * never ends. All operations cost {@code O(s)} with s steps. Mutable, for one thread.
 */
final class GpuTimeline {
  private long[] seconds = new long[16];

  /** GPUs that are free from a second on until the next one; below 0 if too many were taken. */
  private int[] free = new int[16];

  private int size = 1;
  private boolean isBroken;

  /** From a second on so many GPUs are free. */
  GpuTimeline(long now, int gpus) {
    seconds[0] = now;
    free[0] = gpus;
  }

  /** By what is expected of the jobs that run. */
  static GpuTimeline of(Partition partition, ExpectedRun expected) {
    long now = partition.now();
    GpuTimeline timeline = new GpuTimeline(now, partition.nodes().gpuCount());
    partition.forEachRunning(job ->
        timeline.take(
            now, now + expected.ofRunning(partition, job), partition.allocation(job).gpuCount()));
    return timeline;
  }

  /** Whether at some time more GPUs were taken than there are. */
  boolean isBroken() {
    return isBroken;
  }

  /** Takes GPUs from one second to another. */
  void take(long from, long to, int gpus) {
    step(to);
    for (int step = step(from); seconds[step] < to; step++) {
      free[step] -= gpus;
      isBroken |= free[step] < 0;
    }
  }

  /** Gives back what was taken. */
  void give(long from, long to, int gpus) {
    take(from, to, -gpus);
  }

  /**
   * The first second from which on so many GPUs are free for so long; {@link Partition#NEVER} if
   * there never will be.
   */
  long earliest(int gpus, long length) {
    long candidate = seconds[0];
    for (int step = 0; step < size; step++) {
      if (free[step] < gpus) {
        candidate = step + 1 < size ? seconds[step + 1] : Partition.NEVER;
      } else if (step + 1 < size && seconds[step + 1] - candidate >= length) {
        return candidate;
      }
    }
    return candidate;
  }

  /** The step that begins in a second, which may be new; it must not lie before the first one. */
  private int step(long second) {
    int found = Arrays.binarySearch(seconds, 0, size, second);
    if (found >= 0) {
      return found;
    }
    int place = -found - 1;
    if (size == seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * size);
      free = Arrays.copyOf(free, 2 * size);
    }
    System.arraycopy(seconds, place, seconds, place + 1, size - place);
    System.arraycopy(free, place, free, place + 1, size - place);
    seconds[place] = second;
    free[place] = free[place - 1];
    size++;
    return place;
  }
}
