package org.limpid.simulation.policy.elastic;

import java.util.List;
import java.util.Map;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.scaling.ElasticJobs;
import org.limpid.simulation.policy.scaling.ScalingCost;

/**
 * An elastic policy that says no more than on how many GPUs each job is to run from now on. Whoever
 * implements it gets jobs started, scaled, preempted and placed on as few nodes as possible, and
 * what that costs counted. It needs {@code PREEMPTION} and {@code SCALING}, and has the setting
 * {@link ScalingCost#PERCENT}.
 */
public interface SizingPolicy extends Policy {
  /**
   * Chooses sizes; asked whenever a job has come or ended. It must not keep anything from one call
   * to the next.
   *
   * @param jobs the jobs of the virtual cluster that have come and not ended, in the order of their
   *     arrival
   * @param gpus GPUs of the virtual cluster
   * @return per job its GPUs, in sum no more than there are, each a number that its speeds know;
   *     who is left out doesn't run
   */
  Map<Integer, Integer> sizes(List<Claim> jobs, int gpus);

  @Override
  default PreparedPolicy prepare(PolicyInputs inputs) {
    return new PreparedPolicy() {
      @Override
      public Scheduler scheduler(Partition partition) {
        ScalingCost cost = ScalingCost.of(inputs.settings(), partition.nodes().gpuCount());
        ElasticJobs jobs = new ElasticJobs(inputs, ElasticJobs.ELASTIC);
        return new SizedScheduler(partition, jobs, cost, SizingPolicy.this);
      }

      @Override
      public PartitionJobs jobs(PolicyInputs all, int[] rows) {
        return new ElasticJobs(all, ElasticJobs.ELASTIC).resizable(rows);
      }
    };
  }
}
