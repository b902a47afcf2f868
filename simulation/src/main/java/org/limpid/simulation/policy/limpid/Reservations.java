package org.limpid.simulation.policy.limpid;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;

/**
 * Nodes that are kept for jobs of several nodes during one pass over the queue. Whoever is expected
 * to end after they are needed may not use them. Which nodes these are is found out only when
 * somebody might use them. For one thread.
 *
 * <p>Source: EASY backfill (D. Lifka, JSSPP 1995) with nodes in place of a count of processors, and
 * with several reservations.
 */
final class Reservations {
  private final Partition partition;
  private final Nodes nodes;
  private final NodeEnds ends;
  private double[] until = {};
  private int[] owners = {};
  private final int[] promised;
  private int promisedNodes;
  private int made;
  private int settled;

  /**
   * @param most how many are made in one pass
   */
  Reservations(Partition partition, Runners runners, int most) {
    this.partition = partition;
    nodes = partition.nodes();
    ends = new NodeEnds(partition, runners);
    promised = new int[Math.min(most, partition.jobs().size())];
  }

  /** A new pass begins. */
  void clear() {
    if (made > 0 || until.length < nodes.positionBound()) {
      if (until.length < nodes.positionBound()) {
        until = new double[nodes.positionBound()];
        owners = new int[until.length];
      }
      Arrays.fill(until, Double.POSITIVE_INFINITY);
      made = 0;
      settled = 0;
      promisedNodes = 0;
    }
  }

  /** Whether any has been made in this pass. */
  boolean isEmpty() {
    return made == 0;
  }

  /** Whether one more may be made in this pass. */
  boolean hasRoom() {
    return made < promised.length;
  }

  /** Whether a job that is expected to end then may use a node. */
  boolean allow(int node, double end) {
    return end <= until[node];
  }

  /** Whether a job that is expected to end then may use these GPUs. */
  boolean allow(Allocation place, double end) {
    for (int i = 0; i < place.nodeCount(); i++) {
      if (!allow(place.node(i), end)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a node is kept for this job. */
  boolean isFor(int node, int job) {
    return until[node] < Double.POSITIVE_INFINITY && owners[node] == job;
  }

  /**
   * Promises a job the nodes that are expected to be free soonest; returns whether there are so
   * many that nobody else was promised.
   */
  boolean reserveFor(int job) {
    int count = nodesFor(job);
    if (promisedNodes + count > nodes.nodeCount()) {
      return false;
    }
    promisedNodes += count;
    promised[made++] = job;
    return true;
  }

  private int nodesFor(int job) {
    return Math.ceilDiv(partition.jobs().gpuCount(job), nodes.gpusPerNode());
  }

  /** Finds the nodes that were promised; to be called before anybody may use some. */
  void settle() {
    while (settled < made) {
      settle(promised[settled++]);
    }
  }

  private void settle(int job) {
    int count = nodesFor(job);
    int[] chosen = new int[count];
    double[] times = new double[count];
    // The nodes that looked best when they were last asked say how late it can be.
    choose(chosen, times, Double.POSITIVE_INFINITY, ends::guess);
    double latest = partition.now();
    for (int node : chosen) {
      latest = Math.max(latest, ends.end(node));
    }
    choose(chosen, times, latest, ends::end);
    for (int node : chosen) {
      until[node] = times[count - 1];
      owners[node] = job;
    }
  }

  /** Fills in the nodes with the earliest ends, of which none is later than the given second. */
  private void choose(int[] chosen, double[] times, double latest, IntToDoubleFunction endOf) {
    int found = 0;
    double last = latest;
    for (int node = 0; node < nodes.positionBound(); node++) {
      if (mayBeAmong(node, last)) {
        double time = endOf.applyAsDouble(node);
        if (found < chosen.length || time < last) {
          found = Math.min(found + 1, chosen.length);
          insert(node, time, chosen, times, found - 1);
          last = found == chosen.length ? times[found - 1] : last;
        }
      }
    }
  }

  private boolean mayBeAmong(int node, double latest) {
    return nodes.number(node) >= 0
        && until[node] == Double.POSITIVE_INFINITY
        && !ends.isSurelyAfter(node, latest);
  }

  /** Behind those of the same time, so that earlier nodes come first. */
  private static void insert(int node, double time, int[] chosen, double[] times, int last) {
    int place = last;
    while (place > 0 && times[place - 1] > time) {
      chosen[place] = chosen[place - 1];
      times[place] = times[place - 1];
      place--;
    }
    chosen[place] = node;
    times[place] = time;
  }
}
