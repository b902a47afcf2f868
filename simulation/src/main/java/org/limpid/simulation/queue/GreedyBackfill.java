package org.limpid.simulation.queue;

import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.resource.NodeReservation;

/** Every job is tried in order; those that can't be placed are skipped and may starve. */
public final class GreedyBackfill implements QueueDiscipline {
  @Override
  public void serve(WaitingQueue queue, Partition partition, JobStarter starter) {
    QueueWalk walk = queue.walk(partition, starter);
    while (walk.next()) {
      if (starter.tryStart(walk.job(), NodeReservation.NONE)) {
        walk.started();
      } else {
        walk.failed(0);
      }
    }
  }
}
