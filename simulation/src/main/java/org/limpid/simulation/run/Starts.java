package org.limpid.simulation.run;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.engine.PartitionObserver;
import org.limpid.simulation.engine.Refusals;

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
  public void preempted(int job, int by) {
    next.preempted(job, by);
  }

  @Override
  public void ended(int job) {
    next.ended(job);
  }

  @Override
  public boolean wantsReasons() {
    return next.wantsReasons();
  }

  @Override
  public void arrived(int job) {
    next.arrived(job);
  }

  @Override
  public void nodeAdded(int number) {
    next.nodeAdded(number);
  }

  @Override
  public void nodeRemoved(int position) {
    next.nodeRemoved(position);
  }

  @Override
  public void numbersSwapped(int first, int second) {
    next.numbersSwapped(first, second);
  }

  @Override
  public void queued(int job, int position, double key) {
    next.queued(job, position, key);
  }

  @Override
  public void notPlaced(int job) {
    next.notPlaced(job);
  }

  @Override
  public void blockedBy(int job) {
    next.blockedBy(job);
  }

  @Override
  public void partnersRefused(int job, Refusals refusals) {
    next.partnersRefused(job, refusals);
  }

  @Override
  public void sharingSwitched(boolean on, double forecastJobs) {
    next.sharingSwitched(on, forecastJobs);
  }

  @Override
  public void postponed(long until) {
    next.postponed(until);
  }
}
