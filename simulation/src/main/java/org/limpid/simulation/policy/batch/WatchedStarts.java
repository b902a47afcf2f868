package org.limpid.simulation.policy.batch;

import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.QueueOrder;
import org.limpid.simulation.queue.JobStarter;
import org.limpid.simulation.queue.QueueDiscipline;
import org.limpid.simulation.queue.WaitingQueue;
import org.limpid.simulation.resource.NodeReservation;

/** Starts jobs on GPUs of their own and records who was backfilled. */
final class WatchedStarts implements JobStarter, Resumable {
  private final Partition partition;
  private final WaitingQueue queue;
  private final QueueDiscipline discipline;
  private final QueueOrder.JobKey keys;
  private final long[] backfilled;

  /**
   * @param backfilled per row of the trace 1 if the job was; filled here
   */
  WatchedStarts(
      Partition partition,
      WaitingQueue queue,
      QueueDiscipline discipline,
      QueueOrder.JobKey keys,
      long[] backfilled) {
    this.partition = partition;
    this.queue = queue;
    this.discipline = discipline;
    this.keys = keys;
    this.backfilled = backfilled;
  }

  @Override
  public boolean tryStart(int job, NodeReservation avoided) {
    boolean isBackfill = discipline.isBackfill(job, queue);
    double key = partition.wantsReasons() ? keys.of(job) : 0;
    if (!partition.tryStart(job, avoided)) {
      return false;
    }
    if (isBackfill) {
      backfilled[partition.jobs().row(job)] = 1;
      tell(job, key);
    }
    return true;
  }

  private void tell(int job, double key) {
    if (partition.wantsReasons()) {
      int ahead = queue.position(key, partition.state().arrivalRank(job));
      partition.tellNote(job, Backfilled.NOTE, ahead);
    }
  }

  @Override
  public boolean mayStart(int job) {
    return partition.mayStart(job);
  }

  @Override
  public void save(ByteWriter out) {
    for (int job : partition.presentJobs()) {
      out.putSigned(backfilled[partition.jobs().row(job)]);
    }
  }

  @Override
  public void restore(ByteReader in) {
    for (int job : partition.presentJobs()) {
      backfilled[partition.jobs().row(job)] = in.takeWhole(0, 1);
    }
  }
}
