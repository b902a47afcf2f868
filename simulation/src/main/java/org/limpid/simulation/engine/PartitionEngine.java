package org.limpid.simulation.engine;

/** Runs a partition from event to event until all its jobs have ended. */
public final class PartitionEngine {
  private PartitionEngine() {}

  /**
   * Runs to the end.
   *
   * @throws StuckException when jobs are left that can never start
   */
  public static void run(Partition partition, Scheduler scheduler) {
    while (!partition.isFinished()) {
      partition.moveTo(nextSecond(partition, scheduler));
      endJobs(partition, scheduler);
      acceptJobs(partition, scheduler);
      scheduler.schedule();
    }
    partition.finish();
  }

  private static long nextSecond(Partition partition, Scheduler scheduler) {
    long event = Math.min(partition.nextEnd(), partition.nextArrival());
    long next = Math.min(event, scheduler.wakeUp());
    if (next == Partition.NEVER) {
      throw new StuckException(partition);
    }
    return next;
  }

  private static void endJobs(Partition partition, Scheduler scheduler) {
    while (partition.nextEnd() == partition.now()) {
      scheduler.ended(partition.endNext());
    }
  }

  private static void acceptJobs(Partition partition, Scheduler scheduler) {
    while (partition.nextArrival() == partition.now()) {
      scheduler.arrived(partition.acceptNext());
    }
  }
}
