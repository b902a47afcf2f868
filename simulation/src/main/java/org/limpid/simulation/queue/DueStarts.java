package org.limpid.simulation.queue;

import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.resource.NodeReservation;

/**
 * Starts jobs for which a plan has enough GPUs. Where these are scattered over too many nodes, the
 * first such job reserves nodes as under {@link EasyBackfill}, or smaller jobs could keep it
 * waiting for ever. Where jobs take whole nodes that doesn't happen. For one thread.
 */
final class DueStarts {
  private final Partition partition;
  private final ExpectedRun expected;
  private final JobStarter starter;
  private NodeReservation kept = NodeReservation.NONE;

  DueStarts(Partition partition, ExpectedRun expected, JobStarter starter) {
    this.partition = partition;
    this.expected = expected;
    this.starter = starter;
  }

  /** Starts a job whose turn it is; false if it finds no place. */
  boolean tryStart(int job) {
    boolean endsInTime = partition.now() + expected.ofWaiting(job) <= kept.until();
    if (starter.tryStart(job, endsInTime ? NodeReservation.NONE : kept)) {
      return true;
    }
    if (kept.isEmpty()) {
      kept = new NodeForecast(partition, expected).reserveLatestFor(job);
    }
    return false;
  }
}
