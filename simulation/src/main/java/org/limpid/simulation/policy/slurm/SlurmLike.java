package org.limpid.simulation.policy.slurm;

import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.QueueOrder;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.batch.BatchPolicy;
import org.limpid.simulation.policy.batch.PlanNotes;
import org.limpid.simulation.policy.batch.Priority;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.queue.PeriodicBackfill;
import org.limpid.simulation.queue.QueueDiscipline;

/**
 * A batch system like Slurm: jobs stand in the order of their priority, which grows with their size
 * and with the time that they wait. They start strictly in that order, but for a pass of
 * conservative backfill from time to time.
 *
 * <p>All jobs age equally fast, so that who is more urgent stays so, and size is worth a head start
 * in time: 100 points for a whole cluster are 2.4 h where a week of waiting is worth 7000. The
 * passes begin with the first job that comes.
 *
 * <p>Source: the simulator of Ding et al., "Mirage: towards low-interruption services on batch GPU
 * clusters with reinforcement learning", SC '23; there, in reference mode, in ticks of a minute.
 */
public final class SlurmLike extends BatchPolicy {
  /** The policy. */
  public SlurmLike() {
    super(
        PolicyDescription.of(
                "slurm-like",
                "by age and size, with a backfill pass every ten minutes, on a batch system")
            .called("the scheduler like Slurm")
            .needing(Need.TIME_LIMITS)
            .orderedBy(new QueueKey("effective arrival", "s", true))
            .withSettings(
                SlurmSettings.AGE_WEIGHT,
                SlurmSettings.SIZE_WEIGHT,
                SlurmSettings.INTERVAL,
                SlurmSettings.SLOT,
                SlurmSettings.SLOTS,
                SlurmSettings.DEPTH));
  }

  @Override
  protected QueueOrder.JobKey keys(PolicyInputs inputs, Partition partition) {
    double sizeSeconds = SlurmSettings.sizeSeconds(inputs.settings());
    double gpus = partition.nodes().gpuCount();
    return job ->
        partition.state().waitingSince(job) - sizeSeconds * (partition.jobs().gpuCount(job) / gpus);
  }

  @Override
  protected void tellArrival(PolicyInputs inputs, Partition partition, int job) {
    double share = (double) partition.jobs().gpuCount(job) / partition.nodes().gpuCount();
    Priority.tell(
        partition,
        job,
        share * inputs.settings().get(SlurmSettings.SIZE_WEIGHT),
        share * SlurmSettings.sizeSeconds(inputs.settings()));
  }

  @Override
  protected QueueDiscipline discipline(
      PolicyInputs inputs, Partition partition, ExpectedRun expected) {
    PartitionJobs jobs = partition.jobs();
    Settings chosen = inputs.settings();
    long first = jobs.size() == 0 ? inputs.startSecond() : jobs.arrivalSeconds(0);
    return new PeriodicBackfill(
        SlurmSettings.times(chosen, first),
        expected,
        new PlanNotes(partition, chosen.get(SlurmSettings.SLOT)));
  }
}
