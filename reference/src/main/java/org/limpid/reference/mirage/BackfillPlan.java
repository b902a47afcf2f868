package org.limpid.reference.mirage;

import org.limpid.simulation.queue.SlotPlan;

/**
 * The plan of a backfill pass: how many nodes are free in each of the next slots, by the limits of
 * running jobs and the reservations so far. Not safe for several threads.
 */
final class BackfillPlan {
  private final SlotPlan plan;

  BackfillPlan(int clusterNodes) {
    plan = new SlotPlan(clusterNodes, BatchSettings.SLOTS, BatchSettings.SLOT_SECONDS);
  }

  /** Begins a pass: running jobs hold their nodes up to their limits. */
  void begin(long now, RunningJobs running) {
    plan.begin();
    for (int place = 0; place < running.size(); place++) {
      plan.hold(running.nodes(place), running.limitEnd(place) - now);
    }
    plan.close();
  }

  /**
   * Reserves nodes from the earliest slot on from which they are free up to the limit, or to the
   * end of the plan.
   *
   * @return that slot; {@link BatchSettings#SLOTS} if there is none, and nothing is reserved
   */
  int reserve(int nodes, long limitSeconds) {
    return plan.reserve(nodes, limitSeconds);
  }
}
