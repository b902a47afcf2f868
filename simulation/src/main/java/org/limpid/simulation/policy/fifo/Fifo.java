package org.limpid.simulation.policy.fifo;

import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.QueueOrder;
import org.limpid.simulation.policy.Role;

/** First in, first out: jobs start in the order of their submission. */
public final class Fifo implements QueueOrder {
  @Override
  public PolicyDescription about() {
    return PolicyDescription.of("fifo", "first in, first out")
        .calledByInitials()
        .as(Role.YARDSTICK)
        .orderedBy(QueueKey.ARRIVAL)
        .drawnInStyle(1);
  }

  @Override
  public JobKey keys(PolicyInputs inputs, PartitionJobs jobs) {
    return job -> 0;
  }
}
