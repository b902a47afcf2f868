package org.limpid.simulation.queue;

import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.loop.Partition;

/**
 * Waiting jobs in the order in which they came, or came back when they had been preempted. For one
 * thread.
 */
public final class WaitingLine implements Resumable {
  private final Partition partition;
  private final JobQueue line = new JobQueue();
  private final long[] number;
  private long next;

  /** An empty line of the jobs of a partition. */
  public WaitingLine(Partition partition) {
    this.partition = partition;
    number = new long[partition.jobs().size()];
  }

  /** Whether nobody waits. */
  public boolean isEmpty() {
    return line.isEmpty();
  }

  /** A job goes to the end of the line. */
  public void add(int job) {
    partition.tellQueued(job, line.size(), next);
    put(job, next++);
  }

  private void put(int job, long at) {
    number[job] = at;
    line.add(at, at, job, partition.jobs().gpuCount(job));
  }

  /** A job leaves the line. */
  public void remove(int job) {
    line.remove(number[job], number[job]);
  }

  /** The jobs from the first to the last. */
  public int[] jobs() {
    int[] jobs = new int[line.size()];
    JobQueue.Walk walk = line.walk();
    for (int i = 0; walk.next(); i++) {
      jobs[i] = walk.job();
    }
    return jobs;
  }

  /** Starts whoever fits the free GPUs, in order. */
  public void startWhoFits() {
    JobQueue.Walk walk = line.walk();
    while (walk.nextOfAtMost(partition.nodes().freeGpus())) {
      if (partition.mayStart(walk.job()) && partition.tryStart(walk.job())) {
        walk.remove();
      }
    }
  }

  @Override
  public void save(ByteWriter out) {
    out.putSigned(next);
    for (int job : partition.presentJobs()) {
      if (!partition.isRunning(job)) {
        out.putSigned(number[job]);
      }
    }
  }

  @Override
  public void restore(ByteReader in) {
    next = in.takeSigned();
    for (int job : partition.presentJobs()) {
      if (!partition.isRunning(job)) {
        put(job, in.takeSigned());
      }
    }
  }
}
