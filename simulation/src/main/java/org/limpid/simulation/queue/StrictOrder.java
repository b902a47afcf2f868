package org.limpid.simulation.queue;

import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.resource.NodeReservation;

/** Head of line: nobody passes a job that can't be placed. */
public final class StrictOrder implements QueueDiscipline {
  @Override
  public void serve(WaitingQueue queue, Partition partition, JobStarter starter) {
    while (!queue.isEmpty() && starter.tryStart(queue.first(), NodeReservation.NONE)) {
      queue.removeFirst();
    }
    if (!queue.isEmpty()) {
      partition.tellBlocked(queue.first());
    }
  }
}
