package org.limpid.simulation.policy;

import java.util.function.Function;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;

/**
 * A policy under which the artifact finds a job finished only in the second after its work is done,
 * and which needs no more than a scheduler per partition.
 *
 * @param factory makes the scheduler
 * @param endDelaySeconds 0 or 1
 */
public record FoundFinished(Function<Partition, Scheduler> factory, int endDelaySeconds)
    implements PreparedPolicy {
  /** With the delay that the semantics ask for. */
  public static FoundFinished by(Function<Partition, Scheduler> factory, Semantics semantics) {
    return new FoundFinished(factory, semantics.endDelaySeconds());
  }

  @Override
  public Scheduler scheduler(Partition partition) {
    return factory.apply(partition);
  }
}
