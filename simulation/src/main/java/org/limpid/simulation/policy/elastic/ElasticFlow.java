package org.limpid.simulation.policy.elastic;

import java.util.List;
import org.limpid.data.JobAttribute;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.scaling.ElasticJobs;
import org.limpid.simulation.policy.scaling.ScalingCost;

/**
 * ElasticFlow: a job with a deadline is admitted if by plans for all admitted jobs each keeps its
 * deadline; each gets the smallest share of the GPUs that keeps it, by progressive filling, and
 * what is left goes where it lessens GPU time most. Without admission the most urgent job goes
 * first, and none is declined.
 *
 * <p>As the paper means it, in continuous time, with what scaling costs in the plans. Source: Gu et
 * al., "ElasticFlow: an elastic serverless training platform for distributed deep learning", ASPLOS
 * '23; what its artifact does otherwise is in {@code docs/policies.md}.
 */
public final class ElasticFlow implements Policy {
  private final PolicyDescription about;
  private final boolean declines;

  private ElasticFlow(String name, String words, String summary, boolean declines) {
    this.declines = declines;
    about =
        PolicyDescription.of(name, summary)
            .called(words)
            .needing(Need.PREEMPTION, Need.SCALING, Need.DEADLINES)
            .lookingAt(JobAttribute.SCALING, JobAttribute.ITERATIONS, JobAttribute.DEADLINE)
            .withSettings(ScalingCost.PERCENT)
            .withNotes((_, _) -> new ElasticNotes());
  }

  /** With admission, and without. */
  public static List<ElasticFlow> variants() {
    return List.of(
        new ElasticFlow(
            "elasticflow",
            "ElasticFlow",
            "admits jobs whose deadlines it can keep, on the fewest GPUs that keep them, elastic",
            true),
        new ElasticFlow(
            "elasticflow-no-admission",
            "ElasticFlow without admission",
            "most urgent first, on the fewest GPUs that keep its deadline, elastic",
            false));
  }

  @Override
  public PolicyDescription about() {
    return about;
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    return new PreparedPolicy() {
      @Override
      public Scheduler scheduler(Partition partition) {
        return new ElasticScheduler(
            partition,
            new ElasticJobs(inputs, ElasticJobs.ELASTIC),
            ScalingCost.of(inputs.settings(), partition.nodes().gpuCount()),
            declines);
      }

      @Override
      public PartitionJobs jobs(PolicyInputs all, int[] rows) {
        return new ElasticJobs(all, ElasticJobs.ELASTIC).resizable(rows);
      }
    };
  }
}
