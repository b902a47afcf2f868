package org.limpid.simulation.policy.limpid;

import java.util.BitSet;
import org.limpid.simulation.queue.JobQueue;

/**
 * Waiting jobs that find a place on the same nodes: of the same size and workload, and all known or
 * not. For one thread.
 */
final class JobClass implements Comparable<JobClass> {
  private final int gpusOnNode;
  private final JobQueue queue = new JobQueue();
  private final WatchedNodes shared;
  private boolean firstKnown;
  private int firstJob;
  private double firstKey;
  private long firstRank;
  private JobQueue.Walk walk;
  private int job;
  private double key;
  private long rank;
  private boolean failed;

  /**
   * A class without jobs.
   *
   * @param gpusOnNode GPUs that such a job takes of one node
   * @param shared the nodes on which a job of this class, or one node's share of it, finds a place
   *     beside others; other classes may have the same
   */
  JobClass(int gpusOnNode, WatchedNodes shared) {
    this.gpusOnNode = gpusOnNode;
    this.shared = shared;
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /** Jobs before this key and rank. */
  int position(double keyOfOther, long rankOfOther) {
    return queue.position(keyOfOther, rankOfOther);
  }

  void add(double keyOfJob, long rankOfJob, int number) {
    queue.add(keyOfJob, rankOfJob, number);
    firstKnown = false;
  }

  void remove(double keyOfJob, long rankOfJob) {
    queue.remove(keyOfJob, rankOfJob);
    firstKnown = false;
  }

  /** Any job of the class; there must be one. */
  int any() {
    findFirst();
    return firstJob;
  }

  private void findFirst() {
    if (!firstKnown) {
      JobQueue.Walk start = queue.walk();
      start.next();
      firstJob = start.job();
      firstKey = start.key();
      firstRank = start.tie();
      firstKnown = true;
    }
  }

  /** Nodes on which a job of this class, or one node's share of it, finds a place beside others. */
  BitSet shared(NodePlaces places) {
    return shared.refreshed(node -> places.hasShared(any(), node, gpusOnNode));
  }

  /** Begins a pass at the first job; there must be one. */
  void begin() {
    findFirst();
    walk = null;
    job = firstJob;
    key = firstKey;
    rank = firstRank;
    failed = false;
  }

  /** The job that is next. */
  int job() {
    return job;
  }

  /** By the order of the jobs that are next. */
  @Override
  public int compareTo(JobClass other) {
    int byKey = Double.compare(key, other.key);
    return byKey != 0 ? byKey : Long.compare(rank, other.rank);
  }

  /** The job that was next has started; returns whether there is another one. */
  boolean started() {
    walk().remove();
    firstKnown = false;
    return step();
  }

  /** The job that was next goes on waiting; returns whether there is another one. */
  boolean pass() {
    walk();
    return step();
  }

  /** All jobs in their order. */
  JobQueue.Walk jobs() {
    return queue.walk();
  }

  private JobQueue.Walk walk() {
    if (walk == null) {
      walk = queue.walk();
      walk.next();
    }
    return walk;
  }

  private boolean step() {
    boolean isThere = walk.next();
    if (isThere) {
      job = walk.job();
      key = walk.key();
      rank = walk.tie();
    }
    return isThere;
  }

  /** A job was tried in vain: so would be all others in this pass. */
  void fail() {
    failed = true;
  }

  boolean hasFailed() {
    return failed;
  }
}
