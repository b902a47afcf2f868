package org.limpid.simulation.policy.limpid;

import java.util.BitSet;
import org.limpid.simulation.queue.JobQueue;
import org.limpid.simulation.resource.Nodes;

/**
 * Waiting jobs that find a place on the same nodes: of the same size and workload, and all known or
 * not. It remembers which nodes these are, and looks again only at those that have changed. For one
 * thread.
 */
final class JobClass implements Comparable<JobClass> {
  private final int gpusOnNode;
  private final JobQueue queue = new JobQueue();
  private final BitSet holding = new BitSet();
  private long seen = -1;
  private JobQueue.Walk walk;
  private double key;
  private long rank;
  private boolean failed;

  /**
   * @param gpusOnNode GPUs that such a job takes of one node
   */
  JobClass(int gpusOnNode) {
    this.gpusOnNode = gpusOnNode;
  }

  /** The jobs by their order. */
  JobQueue queue() {
    return queue;
  }

  /** Nodes that hold a job of this class, or one node's share of it; as of {@link #refresh}. */
  BitSet holding() {
    return holding;
  }

  /** Begins at the first job. */
  void begin() {
    walk = queue.walk();
    step();
    failed = false;
  }

  private boolean step() {
    boolean isThere = walk.next();
    if (isThere) {
      key = walk.key();
      rank = walk.tie();
    }
    return isThere;
  }

  /** The job that is next. */
  int job() {
    return walk.job();
  }

  /** By the order of the jobs that are next. */
  @Override
  public int compareTo(JobClass other) {
    int byKey = Double.compare(key, other.key);
    return byKey != 0 ? byKey : Long.compare(rank, other.rank);
  }

  /** The job that was next has started; returns whether there is another one. */
  boolean remove() {
    walk.remove();
    return step();
  }

  /** The job that was next goes on waiting; returns whether there is another one. */
  boolean pass() {
    return step();
  }

  /** A job was tried in vain: so would be all others in this pass. */
  void fail() {
    failed = true;
  }

  boolean hasFailed() {
    return failed;
  }

  /** Looks at the nodes that have changed. */
  void refresh(Nodes nodes, NodePlaces places, NodeChanges changes) {
    int job = queue.first();
    boolean isOld = changes.count() - seen > nodes.positionBound();
    if (isOld || !changes.reachBackTo(seen)) {
      holding.clear();
      for (int node = 0; node < nodes.positionBound(); node++) {
        look(job, node, nodes, places);
      }
    } else {
      for (long change = seen; change < changes.count(); change++) {
        look(job, changes.node(change), nodes, places);
      }
    }
    seen = changes.count();
  }

  private void look(int job, int node, Nodes nodes, NodePlaces places) {
    boolean holds = nodes.number(node) >= 0 && places.has(job, node, gpusOnNode);
    if (holds != holding.get(node)) {
      holding.set(node, holds);
    }
  }
}
