package org.limpid.simulation.queue;

import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.resource.NodeReservation;

/**
 * EASY backfill: the first job that can't be placed reserves the nodes that are expected to become
 * free soonest; later jobs may start if they keep off those nodes or are expected to end before the
 * nodes are needed.
 *
 * <p>Source: D. Lifka, "The ANL/IBM SP scheduling system", JSSPP 1995, with nodes in place of a
 * count of processors, since a job here needs whole or best-fitting nodes.
 */
public final class EasyBackfill implements QueueDiscipline {
  private final ExpectedRun expected;

  /**
   * @param expected what is known about run times
   */
  public EasyBackfill(ExpectedRun expected) {
    this.expected = expected;
  }

  @Override
  public void serve(JobQueue queue, Partition partition, JobStarter starter) {
    JobQueue.Walk walk = queue.walk();
    NodeReservation reservation = NodeReservation.NONE;
    while (walk.next()) {
      int job = walk.job();
      if (starter.tryStart(job, mustAvoid(job, partition, reservation))) {
        walk.remove();
      } else if (reservation.isEmpty() && queue.size() > 1) {
        reservation = new NodeForecast(partition, expected).reserveFor(job);
        partition.tellBlocked(job);
      }
    }
  }

  private NodeReservation mustAvoid(int job, Partition partition, NodeReservation reservation) {
    boolean endsInTime = partition.now() + expected.ofWaiting(job) <= reservation.until();
    return endsInTime ? NodeReservation.NONE : reservation;
  }
}
