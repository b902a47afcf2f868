package org.limpid.simulation.policy.edf;

import java.util.List;
import java.util.function.ToIntFunction;
import org.limpid.data.JobAttribute;
import org.limpid.data.ScalingCurve;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.scaling.ElasticJobs;
import org.limpid.simulation.policy.scaling.ScalingCost;

/**
 * Earliest deadline first: the most urgent job gets as many GPUs as it can use, the next one as
 * many as are left, and so on; jobs without a deadline come last. Jobs are scaled by their curves
 * and preempted; one without a curve runs on the GPUs that it asks for. With admission a job is
 * declined if by a plan of that kind its deadline, or that of another one, would be missed.
 *
 * <p>Source: the baselines EDF and EDF with admission control of Gu et al., "ElasticFlow: an
 * elastic serverless training platform for distributed deep learning", ASPLOS '23.
 */
public final class Edf implements Policy {
  /** More GPUs than these no job gets, whatever its curve says; as in the authors' simulator. */
  private static final int MOST_GPUS = 64;

  /** A GPU that gets no sample of any batch does nothing. */
  private static final ToIntFunction<ScalingCurve> MOST =
      curve -> Math.min(MOST_GPUS, curve.batchSize());

  private final PolicyDescription about;
  private final boolean declines;

  private Edf(PolicyDescription about, boolean declines) {
    this.declines = declines;
    this.about =
        about
            .lookingAt(JobAttribute.SCALING, JobAttribute.ITERATIONS, JobAttribute.DEADLINE)
            .orderedBy(new QueueKey("place in line by deadline", "", false))
            .withSettings(ScalingCost.PERCENT)
            .withNotes((_, jobs) -> new EdfNotes(jobs));
  }

  /** Without admission, and with it, for which it has to be known how long jobs will run. */
  public static List<Edf> variants() {
    return List.of(
        new Edf(
            PolicyDescription.of("edf", "most urgent first, on as many GPUs as it can use, elastic")
                .calledByInitials()
                .needing(Need.PREEMPTION, Need.DEADLINES),
            false),
        new Edf(
            PolicyDescription.of(
                    "edf-admission",
                    "like edf, but declines jobs by which deadlines would be missed")
                .called("EDF with admission")
                .needing(Need.PREEMPTION, Need.DEADLINES, Need.TRUE_DURATIONS),
            true));
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
        ScalingCost cost = ScalingCost.of(inputs.settings(), partition.nodes().gpuCount());
        return new EdfScheduler(partition, new ElasticJobs(inputs, MOST), cost, declines);
      }

      @Override
      public PartitionJobs jobs(PolicyInputs all, int[] rows) {
        return new ElasticJobs(all, MOST).resizable(rows);
      }
    };
  }
}
