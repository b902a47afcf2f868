package org.limpid.simulation.policy.baseline;

import java.util.Set;
import org.limpid.simulation.engine.PartitionJobs;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.QueueOrder;

/** First in, first out: jobs start in the order of their submission. */
public final class Fifo implements QueueOrder {
  @Override
  public String name() {
    return "fifo";
  }

  @Override
  public String description() {
    return "first in, first out";
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public JobKey keys(PolicyInputs inputs, PartitionJobs jobs) {
    return job -> 0;
  }
}
