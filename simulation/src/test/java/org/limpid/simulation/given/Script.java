package org.limpid.simulation.given;

import java.util.TreeMap;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.PartitionEngine;
import org.limpid.simulation.loop.Scheduler;

/** A scheduler that does what a test says, in the seconds that the test names. */
public final class Script implements Scheduler {
  private final Partition partition;
  private final TreeMap<Long, Runnable> actions = new TreeMap<>();

  /** Acts on this partition. */
  public Script(Partition partition) {
    this.partition = partition;
  }

  /** Does this in that second, after ends and arrivals. */
  public Script at(long second, Runnable action) {
    actions.put(second, action);
    return this;
  }

  /** Starts a job on GPUs of its own, which must be free, in that second. */
  public Script start(long second, int... jobs) {
    return at(
        second,
        () -> {
          for (int job : jobs) {
            if (!partition.tryStart(job)) {
              throw new AssertionError("job " + job + " can't start at " + second);
            }
          }
        });
  }

  /** Runs the partition to its end; every action must have been due by then. */
  public void run() {
    PartitionEngine.run(partition, this);
    if (!actions.isEmpty()) {
      throw new AssertionError("never reached: " + actions.keySet());
    }
  }

  @Override
  public void arrived(int job) {}

  @Override
  public void ended(int job) {}

  @Override
  public void schedule() {
    Runnable action = actions.remove(partition.now());
    if (action != null) {
      action.run();
    }
  }

  @Override
  public long wakeUp() {
    return actions.isEmpty() ? Partition.NEVER : actions.firstKey();
  }
}
