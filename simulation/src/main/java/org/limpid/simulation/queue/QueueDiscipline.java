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
}
