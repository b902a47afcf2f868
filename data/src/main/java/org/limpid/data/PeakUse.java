package org.limpid.data;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many GPUs jobs held at once, by when they ran: a cluster had at least as many. Where a job
 * ends in the second in which another one starts, they don't overlap. Not safe for several threads.
 */
public final class PeakUse {
  private final NavigableMap<Long, Long> changes = new TreeMap<>();

  /** Adds a job that held GPUs from a second on, for at least one second. */
  public void add(long startSeconds, long durationSeconds, int gpus) {
    changes.merge(startSeconds, (long) gpus, Long::sum);
    changes.merge(startSeconds + durationSeconds, (long) -gpus, Long::sum);
  }

  /** Most GPUs in use at once; 0 of no jobs. */
  public long gpus() {
    long used = 0;
    long most = 0;
    for (Map.Entry<Long, Long> change : changes.entrySet()) {
      used += change.getValue();
      most = Math.max(most, used);
    }
    return most;
  }
}
