package org.limpid.simulation.queue;

import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.loop.Partition;

/**
 * Waiting jobs sorted by the key of a policy, then by a tie number, and by lane.
 *
 * <p>The jobs of a lane are alike: if one can't start, none behind it in its lane can, as long as
 * nothing else starts or ends. Lanes are made when a discipline first asks for them. Pairs of key
 * and tie must be unique. For one thread.
 */
public final class WaitingQueue implements Resumable {
  private final JobQueue jobs = new JobQueue();
  private final IntUnaryOperator laneOf;
  private final ExpectedRun expected;
  private Lanes lanes;

  /**
   * An empty queue.
   *
   * @param laneOf lane of a job
   * @param expected what is known about run times
   */
  public WaitingQueue(IntUnaryOperator laneOf, ExpectedRun expected) {
    this.laneOf = laneOf;
    this.expected = expected;
  }

  /** Number of jobs. */
  public int size() {
    return jobs.size();
  }

  /** Whether no job waits. */
  public boolean isEmpty() {
    return jobs.isEmpty();
  }

  /** Inserts a job; among equal keys the smaller tie comes first. */
  public void add(double key, long tie, int job) {
    jobs.add(key, tie, job);
    if (lanes != null) {
      lanes.add(key, tie, job);
    }
  }

  /** Number of jobs before this key and tie. */
  public int position(double key, long tie) {
    return jobs.position(key, tie);
  }

  /** The first job; the queue must not be empty. */
  public int first() {
    return jobs.first();
  }

  /** Removes the first job; the queue must not be empty. */
  public void removeFirst() {
    QueueWalk walk = new FullWalk();
    walk.next();
    walk.started();
  }

  /** Removes all jobs, and hands them over in their order. */
  public void drainTo(IntConsumer receiver) {
    JobQueue.Walk walk = jobs.walk();
    while (walk.next()) {
      receiver.accept(walk.job());
    }
    jobs.clear();
    if (lanes != null) {
      lanes.clear();
    }
  }

  /** All jobs in their order, to be looked at only. */
  JobQueue.Walk inOrder() {
    return jobs.walk();
  }

  /** A walk that passes nobody. */
  QueueWalk fullWalk() {
    return new FullWalk();
  }

  /**
   * A walk that passes jobs of which the starter, or an earlier try, says that they can't start;
   * none if somebody wants to know the reasons of decisions.
   */
  QueueWalk walk(Partition partition, JobStarter starter) {
    if (partition.wantsReasons()) {
      return new FullWalk();
    }
    if (lanes == null) {
      lanes = new Lanes(laneOf, expected);
      JobQueue.Walk walk = jobs.walk();
      while (walk.next()) {
        lanes.add(walk.key(), walk.tie(), walk.job());
      }
    }
    return lanes.walk(jobs, starter);
  }

  @Override
  public void save(ByteWriter out) {
    jobs.save(out);
  }

  @Override
  public void restore(ByteReader in) {
    jobs.restore(in);
  }

  private final class FullWalk implements QueueWalk {
    private final JobQueue.Walk walk = jobs.walk();

    @Override
    public boolean next() {
      return walk.next();
    }

    @Override
    public int job() {
      return walk.job();
    }

    @Override
    public void started() {
      if (lanes != null) {
        lanes.remove(walk.key(), walk.tie(), walk.job());
      }
      walk.remove();
    }

    @Override
    public void failed(long exceptOfAtMost) {}
  }
}
