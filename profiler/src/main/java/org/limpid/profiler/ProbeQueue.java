package org.limpid.profiler;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.IntPredicate;
import org.limpid.simulation.loop.Partition;

/** Probes of large jobs in the order in which they came; only some run at a time. */
final class ProbeQueue {
  private final Partition partition;
  private final IntPredicate isProbe;
  private final int atATime;
  private final Queue<Integer> waiting = new ArrayDeque<>();
  private int running;

  /**
   * @param partition the profiler
   * @param isProbe whether a job of it is a probe
   * @param atATime how many may run at a time
   */
  ProbeQueue(Partition partition, IntPredicate isProbe, int atATime) {
    this.partition = partition;
    this.isProbe = isProbe;
    this.atATime = atATime;
  }

  /** Takes a job that has arrived if it is a probe; returns whether it is. */
  boolean takes(int job) {
    return isProbe.test(job) && waiting.add(job);
  }

  void ended(int job) {
    running -= isProbe.test(job) ? 1 : 0;
  }

  /** Starts as many as may run and find a place. */
  void serve() {
    while (running < atATime && !waiting.isEmpty() && partition.tryStart(waiting.element())) {
      waiting.remove();
      running++;
    }
  }
}
