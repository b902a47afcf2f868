package org.limpid.simulation.queue;

import org.limpid.simulation.loop.Partition;

/** Which waiting jobs may start when the first of them can't. */
public interface QueueDiscipline {
  /**
   * Starts jobs and removes them from the queue.
   *
   * @param queue waiting jobs in the order of the policy
   * @param partition where they start
   * @param starter how a job starts
   */
  void serve(WaitingQueue queue, Partition partition, JobStarter starter);

  /** A job has ended. */
  default void ended() {}

  /**
   * The next second after now in which it has to serve the queue even though nothing arrives or
   * ends; {@link Partition#NEVER} if there is none.
   */
  default long wakeUp(WaitingQueue queue, Partition partition) {
    return Partition.NEVER;
  }

  /**
   * Whether a job that starts now, out of this queue, does so by backfill: here if somebody before
   * it goes on waiting.
   */
  default boolean isBackfill(int job, WaitingQueue queue) {
    return queue.first() != job;
  }
}
