package org.limpid.simulation.run;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.engine.PartitionObserver;

/** Notes which jobs start, and tells another observer of everything. */
final class Starts implements PartitionObserver {
  private final PartitionObserver next;
  private int[] jobs = new int[16];
  private int size;

  /**
   * @param next is told of everything
   */
  Starts(PartitionObserver next) {
    this.next = next;
  }

  /** Hands over the jobs that have started since the last call, in order. */
  void drain(IntConsumer receiver) {
    for (int i = 0; i < size; i++) {
      receiver.accept(jobs[i]);
    }
    size = 0;
  }

  private void note(int job) {
    if (size == jobs.length) {
      jobs = Arrays.copyOf(jobs, 2 * size);
    }
    jobs[size++] = job;
  }

  @Override
  public void holds(Partition partition, long from, long to) {
    next.holds(partition, from, to);
  }

  @Override
  public void started(int job) {
    note(job);
    next.started(job);
  }

  @Override
  public void startedShared(int job, int partner) {
    note(job);
    next.startedShared(job, partner);
  }

  @Override
  public void preempted(int job) {
    next.preempted(job);
  }

  @Override
  public void ended(int job) {
    next.ended(job);
  }

  @Override
  public void nodesChanged() {
    next.nodesChanged();
  }
}
