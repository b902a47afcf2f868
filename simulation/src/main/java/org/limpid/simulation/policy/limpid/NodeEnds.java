package org.limpid.simulation.policy.limpid;

import java.util.Arrays;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.resource.Nodes;

/**
 * When each node is expected to be free of the jobs that are on it now. To find that out all of
 * them have to be asked, so it is kept. From what is kept a bound follows for later seconds, which
 * mostly is enough: while nothing changes on a node, its end comes nearer by at most so many
 * seconds in each second as its fastest job is faster than believed. For one thread.
 */
final class NodeEnds {
  /** What rounding may do to a time that is kept: so much, and this share of what was left then. */
  private static final double ROUNDING_SECONDS = 1e-3;

  private static final double ROUNDING_SHARE = 1e-5;

  private final Partition partition;
  private final Nodes nodes;
  private final Runners runners;
  private final Occupants occupants;
  private double[] ends = {};
  private double[] approaches = {};
  private long[] askedAt = {};
  private int[] versions = {};

  NodeEnds(Partition partition, Runners runners) {
    this.partition = partition;
    nodes = partition.nodes();
    this.runners = runners;
    occupants = runners.occupants();
  }

  /** Whether a node is surely free only after this second; not that it is earlier otherwise. */
  boolean isSurelyAfter(int node, double second) {
    if (node >= ends.length || versions[node] != occupants.version(node)) {
      return false;
    }
    double least =
        ends[node]
            - approaches[node] * (partition.now() - askedAt[node])
            - ROUNDING_SHARE * (ends[node] - askedAt[node])
            - ROUNDING_SECONDS;
    return least > second;
  }

  /** What was the end when a node was last asked for it: a guess that costs nothing. */
  double guess(int node) {
    return node < ends.length ? ends[node] : 0;
  }

  /** The second in which the last job of a node is expected to end; now if it has none. */
  double end(int node) {
    if (node >= ends.length) {
      grow(nodes.positionBound());
    }
    if (versions[node] != occupants.version(node) || askedAt[node] != partition.now()) {
      ask(node);
      versions[node] = occupants.version(node);
      askedAt[node] = partition.now();
    }
    return ends[node];
  }

  private void grow(int size) {
    int before = ends.length;
    ends = Arrays.copyOf(ends, size);
    approaches = Arrays.copyOf(approaches, size);
    askedAt = Arrays.copyOf(askedAt, size);
    versions = Arrays.copyOf(versions, size);
    Arrays.fill(versions, before, size, -1);
  }

  private void ask(int node) {
    ends[node] = partition.now();
    approaches[node] = 0;
    int last = Occupants.NOBODY;
    for (int gpu = 0; gpu < nodes.gpusPerNode(); gpu++) {
      int older = occupants.older(node, gpu);
      if (older != Occupants.NOBODY) {
        if (older != last) {
          askJob(node, older);
        }
        int newer = occupants.other(older, node, gpu);
        if (newer != Occupants.NOBODY && newer != last) {
          askJob(node, newer);
        }
        last = newer == Occupants.NOBODY ? older : newer;
      }
    }
  }

  private void askJob(int node, int job) {
    double end = partition.now() + runners.left(job) / runners.believedRate(job);
    ends[node] = Math.max(ends[node], end);
    approaches[node] = Math.max(approaches[node], runners.mostApproach(job));
  }
}
