package org.limpid.simulation.policy.batch;

import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.queue.PlanListener;

/**
 * Notes for when a job is planned, and again when that changes by so much that it is worth saying.
 * For one thread.
 */
public final class PlanNotes implements PlanListener {
  private final Partition partition;
  private final long leastChange;
  private final long[] told;

  /**
   * @param leastChange a change by fewer seconds is not told
   */
  public PlanNotes(Partition partition, long leastChange) {
    this.partition = partition;
    this.leastChange = leastChange;
    told = new long[partition.wantsReasons() ? partition.jobs().size() : 0];
  }

  @Override
  public void planned(int job, long second) {
    if (partition.wantsReasons()
        && second > partition.now()
        && Math.abs(second - told[job]) >= leastChange) {
      told[job] = second;
      partition.tellNote(job, Planned.NOTE, second - partition.now());
    }
  }
}
