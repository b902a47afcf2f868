package org.limpid.simulation.policy.sjf;

import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.QueueOrder;
import org.limpid.simulation.policy.Role;

/** SJF: the job with the shortest true duration first; an oracle. */
public final class ShortestJobFirst implements QueueOrder {
  @Override
  public PolicyDescription about() {
    return PolicyDescription.of("sjf", "shortest job first, by true duration")
        .calledByInitials()
        .as(Role.COMPARED)
        .needing(Need.TRUE_DURATIONS)
        .orderedBy(QueueKey.of("duration", "s"))
        .drawnInStyle(2);
  }

  @Override
  public JobKey keys(PolicyInputs inputs, PartitionJobs jobs) {
    return job -> inputs.trace().durationSeconds(jobs.row(job));
  }
}
