package org.limpid.explain.story;

import java.util.Arrays;
import org.limpid.simulation.decision.Decision;
import org.limpid.simulation.engine.Partition;

/**
 * What a replay doesn't keep of the jobs of a virtual cluster: their keys in the queue, when they
 * got their GPUs, and which of them may be joined by another one. For one thread.
 */
final class Ledger {
  private final boolean survivorRecovers;
  private final double[] keys;
  private final long[] since;
  private final long[] startOrder;
  private final boolean[] alone;
  private final int[] joined;
  private final int[] joinedBy;
  private long starts;

  Ledger(int jobCount, boolean survivorRecovers) {
    this.survivorRecovers = survivorRecovers;
    keys = new double[jobCount];
    Arrays.fill(keys, Double.NaN);
    since = new long[jobCount];
    startOrder = new long[jobCount];
    alone = new boolean[jobCount];
    joined = new int[jobCount];
    Arrays.fill(joined, Partition.NOBODY);
    joinedBy = joined.clone();
  }

  void note(Decision decision) {
    switch (decision) {
      case Decision.Queued it -> keys[it.job()] = it.key();
      case Decision.Started it -> start(it.job(), it.second(), true);
      case Decision.Shared it -> share(it);
      case Decision.Ended it -> end(it.job());
      case Decision.Arrived _,
          Decision.NotPlaced _,
          Decision.Blocked _,
          Decision.PartnersRefused _,
          Decision.Preempted _,
          Decision.NodeAdded _,
          Decision.NodeRemoved _,
          Decision.NumbersSwapped _,
          Decision.SharingSwitched _,
          Decision.Postponed _ -> {}
    }
  }

  private void start(int job, long second, boolean startsAlone) {
    since[job] = second;
    startOrder[job] = starts++;
    alone[job] = startsAlone;
  }

  private void share(Decision.Shared it) {
    start(it.job(), it.second(), false);
    alone[it.partner()] = false;
    joined[it.job()] = it.partner();
    joinedBy[it.partner()] = it.job();
  }

  /** The one that was joined is alone again; its newcomer only where survivors recover. */
  private void end(int job) {
    int partner = joined[job];
    int newcomer = joinedBy[job];
    if (partner != Partition.NOBODY) {
      alone[partner] = true;
      joinedBy[partner] = Partition.NOBODY;
    }
    if (newcomer != Partition.NOBODY) {
      alone[newcomer] = survivorRecovers;
      joined[newcomer] = Partition.NOBODY;
    }
    joined[job] = Partition.NOBODY;
    joinedBy[job] = Partition.NOBODY;
  }

  /** What the queue orders the job by; NaN before it came into the queue. */
  double key(int job) {
    return keys[job];
  }

  /** When the job last got GPUs. */
  long since(int job) {
    return since[job];
  }

  /** Jobs that started later have larger numbers. */
  long startOrder(int job) {
    return startOrder[job];
  }

  /** Whether another job may join this one. */
  boolean isAlone(int job) {
    return alone[job];
  }
}
