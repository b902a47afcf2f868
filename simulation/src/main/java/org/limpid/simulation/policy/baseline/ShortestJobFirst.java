package org.limpid.simulation.policy.baseline;

import java.util.Set;
import org.limpid.simulation.engine.PartitionJobs;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.QueueOrder;

/** SJF: the job with the shortest true duration first; an oracle. */
public final class ShortestJobFirst implements QueueOrder {
  @Override
  public String name() {
    return "sjf";
  }

  @Override
  public String description() {
    return "shortest job first, by true duration";
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public boolean knowsDurations() {
    return true;
  }

  @Override
  public JobKey keys(PolicyInputs inputs, PartitionJobs jobs) {
    return jobs::workSeconds;
  }
}
