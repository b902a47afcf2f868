package org.limpid.simulation.policy.easy;

import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.batch.BatchPolicy;
import org.limpid.simulation.queue.EasyBackfill;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.queue.QueueDiscipline;

/**
 * EASY on a batch system: in the order of arrival, with a reservation for the head; whoever does
 * not delay it by the time limits may pass.
 *
 * <p>Source: D. Lifka, "The ANL/IBM SP scheduling system", JSSPP 1995.
 */
public final class Easy extends BatchPolicy {
  /** The policy. */
  public Easy() {
    super(
        PolicyDescription.of(
                "easy",
                "by arrival; who delays the head by no time limit may pass, on a batch system")
            .calledByInitials()
            .needing(Need.TIME_LIMITS)
            .orderedBy(QueueKey.ARRIVAL));
  }

  @Override
  protected QueueDiscipline discipline(
      PolicyInputs inputs, Partition partition, ExpectedRun expected) {
    return EasyBackfill.keepingLatest(expected);
  }
}
