package org.limpid.simulation.policy.fcfs;

import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.batch.BatchPolicy;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.queue.QueueDiscipline;
import org.limpid.simulation.queue.StrictOrder;

/** First come, first served (FCFS) on a batch system: nobody passes a job that has to wait. */
public final class Fcfs extends BatchPolicy {
  /** The policy. */
  public Fcfs() {
    super(
        PolicyDescription.of("fcfs", "first come, first served, on a batch system")
            .calledByInitials()
            .orderedBy(QueueKey.ARRIVAL));
  }

  @Override
  protected QueueDiscipline discipline(
      PolicyInputs inputs, Partition partition, ExpectedRun expected) {
    return new StrictOrder();
  }
}
