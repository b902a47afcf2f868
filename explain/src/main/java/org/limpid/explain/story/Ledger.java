package org.limpid.explain.story;

import java.util.Arrays;
import org.limpid.simulation.event.Event;

/**
 * What a replay doesn't keep of the jobs of a virtual cluster: their keys in the queue, and of
 * those that have left, too, when they came and got GPUs. For one thread.
 */
final class Ledger {
  private final double[] keys;
  private final long[] since;
  private final int[] ranks;
  private int arrived;

  Ledger(int jobCount) {
    keys = new double[jobCount];
    Arrays.fill(keys, Double.NaN);
    since = new long[jobCount];
    ranks = new int[jobCount];
  }

  void note(Event event) {
    switch (event) {
      case Event.Arrived it -> ranks[it.job()] = arrived++;
      case Event.Queued it -> keys[it.job()] = it.key();
      case Event.Started it -> since[it.job()] = it.second();
      default -> {}
    }
  }

  /** What the queue orders the job by; NaN before it came into the queue. */
  double key(int job) {
    return keys[job];
  }

  /** When the job last got GPUs. */
  long since(int job) {
    return since[job];
  }

  /** How many jobs had arrived before this one. */
  int arrivalRank(int job) {
    return ranks[job];
  }
}
