package org.limpid.simulation.policy.elastic;

import java.util.Arrays;
import java.util.List;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.scaling.ElasticJobs;
import org.limpid.simulation.policy.scaling.ScalingCost;

/** Brings all jobs to the sizes that a policy chooses whenever one has come or ended. */
final class SizedScheduler implements Scheduler, Resumable {
  private final Partition partition;
  private final SizingPolicy policy;
  private final Workloads workloads;
  private final Seating seating;

  SizedScheduler(Partition partition, ElasticJobs jobs, ScalingCost cost, SizingPolicy policy) {
    this.partition = partition;
    this.policy = policy;
    workloads = new Workloads(partition, jobs);
    seating = new Seating(partition, cost, workloads::speeds, job -> workloads.claim(job).work());
  }

  @Override
  public void arrived(int job) {
    workloads.arrived(job);
  }

  @Override
  public void ended(int job) {}

  @Override
  public void schedule() {
    List<Claim> jobs = Arrays.stream(partition.presentJobs()).mapToObj(workloads::claim).toList();
    seating.seat(policy.sizes(jobs, partition.nodes().gpuCount()), _ -> true);
  }

  @Override
  public void save(ByteWriter out) {
    workloads.save(out);
  }

  @Override
  public void restore(ByteReader in) {
    workloads.restore(in);
  }
}
