package org.limpid.simulation.queue;

import org.limpid.simulation.engine.NodeReservation;
import org.limpid.simulation.engine.Partition;

/** Head of line: nobody passes a job that can't be placed. */
public final class StrictOrder implements QueueDiscipline {
  @Override
  public void serve(JobQueue queue, Partition partition, JobStarter starter) {
    while (!queue.isEmpty() && starter.tryStart(queue.first(), NodeReservation.NONE)) {
      queue.removeFirst();
    }
    if (!queue.isEmpty()) {
      partition.observer().blockedBy(queue.first());
    }
  }
}
