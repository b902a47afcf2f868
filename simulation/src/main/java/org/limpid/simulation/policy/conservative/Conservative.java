package org.limpid.simulation.policy.conservative;

import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.batch.BatchPolicy;
import org.limpid.simulation.policy.batch.PlanNotes;
import org.limpid.simulation.queue.ConservativeBackfill;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.queue.QueueDiscipline;

/**
 * {@linkplain ConservativeBackfill Conservative backfill} on a batch system: in the order of
 * arrival every job is planned by the time limits, and nobody may pass who would delay one.
 */
public final class Conservative extends BatchPolicy {
  /** So many jobs of the queue are planned. */
  public static final Setting<Integer> DEPTH =
      Setting.wholeNumber("planDepth", 1, Integer.MAX_VALUE)
          .option(
              "plan-depth",
              "JOBS",
              "How many jobs of the queue conservative plans, from the head on. Default:"
                  + " ${DEFAULT-VALUE}.")
          .byDefault(500)
          .build();

  /** The policy. */
  public Conservative() {
    super(
        PolicyDescription.of(
                "conservative",
                "by arrival; who delays nobody by the time limits may pass, on a batch system")
            .called("conservative backfill")
            .needing(Need.TIME_LIMITS)
            .orderedBy(QueueKey.ARRIVAL)
            .withSettings(DEPTH));
  }

  @Override
  protected QueueDiscipline discipline(
      PolicyInputs inputs, Partition partition, ExpectedRun expected) {
    return new ConservativeBackfill(
        partition, expected, inputs.settings().get(DEPTH), new PlanNotes(partition, 1));
  }
}
