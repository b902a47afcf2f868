package org.limpid.simulation.loop;

/** Runs a partition from event to event until all its jobs have ended. */
public final class PartitionEngine implements Participant {
  private final Partition partition;
  private final Scheduler scheduler;

  private PartitionEngine(Partition partition, Scheduler scheduler) {
    this.partition = partition;
    this.scheduler = scheduler;
  }

  /**
   * Runs to the end.
   *
   * @throws StuckException when jobs are left that can never start
   */
  public static void run(Partition partition, Scheduler scheduler) {
    PartitionEngine engine = new PartitionEngine(partition, scheduler);
    while (!partition.isFinished()) {
      engine.endJobs(engine.nextSecond());
      engine.acceptJobs();
      engine.schedule();
    }
    engine.finish();
  }

  /**
   * The partition as one of several that are stepped together. It throws a {@link StuckException}
   * when jobs are left that can never start.
   */
  public static Participant participant(Partition partition, Scheduler scheduler) {
    return new PartitionEngine(partition, scheduler);
  }

  @Override
  public long nextSecond() {
    if (partition.isFinished()) {
      return Partition.NEVER;
    }
    long event = Math.min(partition.nextEnd(), partition.nextArrival());
    long next = Math.min(event, scheduler.wakeUp());
    if (next == Partition.NEVER) {
      throw new StuckException(partition);
    }
    return next;
  }

  @Override
  public void endJobs(long second) {
    partition.moveTo(second);
    while (partition.nextEnd() == partition.now()) {
      scheduler.ended(partition.endNext());
    }
  }

  @Override
  public void acceptJobs() {
    while (partition.nextArrival() == partition.now()) {
      scheduler.arrived(partition.acceptNext());
    }
  }

  @Override
  public void schedule() {
    partition.refill();
    scheduler.schedule();
    partition.supply();
  }

  @Override
  public void finish() {
    partition.finish();
  }
}
