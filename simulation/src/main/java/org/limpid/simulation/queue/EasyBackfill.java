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
  private final boolean keepsLatest;

  /**
   * @param expected what is known about run times
   */
  public EasyBackfill(ExpectedRun expected) {
    this(expected, false);
  }

  private EasyBackfill(ExpectedRun expected, boolean keepsLatest) {
    this.expected = expected;
    this.keepsLatest = keepsLatest;
  }

  /**
   * The same, but of the nodes that are free in time it reserves those that become free last, anew
   * after each start. Where jobs take whole nodes, it so keeps as many as are needed and no special
   * ones, as Lifka's does.
   */
  public static EasyBackfill keepingLatest(ExpectedRun expected) {
    return new EasyBackfill(expected, true);
  }

  @Override
  public void serve(WaitingQueue queue, Partition partition, JobStarter starter) {
    QueueWalk walk = queue.walk(partition, starter);
    NodeReservation reservation = NodeReservation.NONE;
    while (walk.next()) {
      int job = walk.job();
      if (reservation.isEmpty()) {
        reservation = reserveBefore(job, queue, partition);
      }
      boolean endsInTime = partition.now() + expected.ofWaiting(job) <= reservation.until();
      if (starter.tryStart(job, endsInTime ? NodeReservation.NONE : reservation)) {
        walk.started();
        reservation = keepsLatest ? NodeReservation.NONE : reservation;
      } else {
        walk.failed(endsInTime ? 0 : reservation.until() - partition.now());
        tellBlocked(job, queue, partition, reservation);
      }
    }
  }

  /** Whoever stands before a job at its turn could not be placed: the first one gets nodes. */
  private NodeReservation reserveBefore(int job, WaitingQueue queue, Partition partition) {
    JobQueue.Walk earlier = queue.inOrder();
    while (earlier.next() && earlier.job() != job) {
      if (NodeForecast.nodesFor(earlier.job(), partition) <= partition.nodes().nodeCount()) {
        NodeForecast forecast = new NodeForecast(partition, expected);
        return keepsLatest
            ? forecast.reserveLatestFor(earlier.job())
            : forecast.reserveFor(earlier.job());
      }
    }
    return NodeReservation.NONE;
  }

  private static void tellBlocked(
      int job, WaitingQueue queue, Partition partition, NodeReservation reservation) {
    if (reservation.isEmpty() && queue.size() > 1) {
      partition.tellBlocked(job);
    }
  }
}
