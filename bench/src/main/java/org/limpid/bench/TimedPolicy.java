package org.limpid.bench;

import java.util.List;
import org.limpid.data.Forecast;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/**
 * A policy whose decisions are timed. For one thread.
 *
 * @param policy decides as ever
 * @param times takes the duration of each decision
 */
record TimedPolicy(Policy policy, Durations times) implements Policy {
  @Override
  public PolicyDescription about() {
    return policy.about();
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    return new Prepared(policy.prepare(inputs), times);
  }

  private record Prepared(PreparedPolicy policy, Durations times) implements PreparedPolicy {
    @Override
    public Scheduler scheduler(Partition partition) {
      return new Timed(policy.scheduler(partition), times);
    }

    @Override
    public int nodeCount(VirtualCluster virtualCluster, PartitionJobs jobs) {
      return policy.nodeCount(virtualCluster, jobs);
    }

    @Override
    public PartitionJobs jobs(PolicyInputs inputs, int[] rows) {
      return policy.jobs(inputs, rows);
    }

    @Override
    public long secondsDone(int row) {
      return policy.secondsDone(row);
    }

    @Override
    public int endDelaySeconds() {
      return policy.endDelaySeconds();
    }

    @Override
    public long firstLookAt(int row, Forecast forecast) {
      return policy.firstLookAt(row, forecast);
    }

    @Override
    public List<JobColumn> columns() {
      return policy.columns();
    }

    @Override
    public void complete(JobRecords records) {
      policy.complete(records);
    }
  }

  /** Adds up what the calls of one second take. */
  private static final class Timed implements Scheduler {
    private final Scheduler scheduler;
    private final Durations times;
    private long nanos;

    Timed(Scheduler scheduler, Durations times) {
      this.scheduler = scheduler;
      this.times = times;
    }

    @Override
    public void arrived(int job) {
      long before = System.nanoTime();
      scheduler.arrived(job);
      nanos += System.nanoTime() - before;
    }

    @Override
    public void ended(int job) {
      long before = System.nanoTime();
      scheduler.ended(job);
      nanos += System.nanoTime() - before;
    }

    @Override
    public void schedule() {
      long before = System.nanoTime();
      scheduler.schedule();
      times.add(nanos + System.nanoTime() - before);
      nanos = 0;
    }

    @Override
    public long wakeUp() {
      return scheduler.wakeUp();
    }
  }
}
