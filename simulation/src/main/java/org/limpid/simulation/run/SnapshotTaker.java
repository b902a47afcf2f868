package org.limpid.simulation.run;

import java.util.ArrayList;
import java.util.List;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;

/**
 * Keeps the state of a virtual cluster after the first events at or after every multiple of a
 * period.
 */
final class SnapshotTaker implements Scheduler {
  private final VirtualClusterRun run;
  private final Scheduler scheduler;
  private final Partition partition;
  private final long periodSeconds;
  private final List<Snapshot> taken = new ArrayList<>();
  private long due;

  /**
   * @param run of a policy that can save its state
   */
  SnapshotTaker(VirtualClusterRun run, long periodSeconds) {
    this.run = run;
    this.periodSeconds = periodSeconds;
    scheduler = run.scheduler();
    partition = run.partition();
    due = nextMultiple();
  }

  /** The snapshots so far. */
  List<Snapshot> taken() {
    return taken;
  }

  @Override
  public void arrived(int job) {
    scheduler.arrived(job);
  }

  @Override
  public void ended(int job) {
    scheduler.ended(job);
  }

  @Override
  public void schedule() {
    scheduler.schedule();
    if (partition.now() >= due) {
      taken.add(run.snapshot());
      due = nextMultiple();
    }
  }

  @Override
  public long wakeUp() {
    return scheduler.wakeUp();
  }

  private long nextMultiple() {
    return (Math.floorDiv(partition.now(), periodSeconds) + 1) * periodSeconds;
  }
}
