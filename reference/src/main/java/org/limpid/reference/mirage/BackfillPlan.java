package org.limpid.reference.mirage;

import java.util.Arrays;

/**
 * The plan of a backfill pass: how many nodes are free in each of the next slots, by the limits of
 * running jobs and the reservations so far. What was found for a job holds for a later one of the
 * same size and limit, as reservations only ever take nodes: its search starts there. Not safe for
 * several threads.
 */
final class BackfillPlan {
  /** No slot is early enough. */
  static final int NONE = BatchSettings.SLOTS;

  /** More than any slot; passes are too few for an overflow in eighty years of minutes. */
  private static final int PASS = NONE + 1;

  private final int clusterNodes;
  private final int[] free = new int[BatchSettings.SLOTS];

  /**
   * By nodes and slots of a job the first slot that may still suit it, plus what stands for the
   * pass of which that is.
   */
  private final int[] earliest;

  private int pass;

  BackfillPlan(int clusterNodes) {
    this.clusterNodes = clusterNodes;
    earliest = new int[(clusterNodes + 1) * (BatchSettings.SLOTS + 1)];
  }

  /** Begins a pass: running jobs hold their nodes up to their limits. */
  void begin(long now, RunningJobs running) {
    pass += PASS;
    Arrays.fill(free, 0);
    int held = 0;
    for (int place = 0; place < running.size(); place++) {
      held += running.nodes(place);
      long slots = slots(running.limitEnd(place) - now);
      if (slots < free.length) {
        free[(int) slots] += running.nodes(place);
      }
    }
    free[0] += clusterNodes - held;
    for (int slot = 1; slot < free.length; slot++) {
      free[slot] += free[slot - 1];
    }
  }

  /** Slots that begin within so many seconds from now. */
  private static long slots(long seconds) {
    return Math.ceilDiv(seconds, (long) BatchSettings.SLOT_SECONDS);
  }

  /**
   * Reserves nodes from the earliest slot on from which they are free up to the limit, or to the
   * end of the plan.
   *
   * @return that slot; {@link #NONE} if there is none, and nothing is reserved
   */
  int reserve(int nodes, long limitSeconds) {
    int length = (int) Math.min(slots(limitSeconds), free.length);
    int kind = nodes * (BatchSettings.SLOTS + 1) + length;
    int first = find(nodes, length, Math.max(0, earliest[kind] - pass));
    earliest[kind] = pass + first;
    for (int slot = first; slot < Math.min(first + length, free.length); slot++) {
      free[slot] -= nodes;
    }
    return first;
  }

  private int find(int nodes, int length, int from) {
    int first = from;
    for (int slot = from; slot < Math.min(first + length, free.length); slot++) {
      if (free[slot] < nodes) {
        first = slot + 1;
      }
    }
    return first;
  }
}
