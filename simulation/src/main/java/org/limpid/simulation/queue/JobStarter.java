package org.limpid.simulation.queue;

import org.limpid.simulation.resource.NodeReservation;

/** Tries to start a waiting job. */
@FunctionalInterface
public interface JobStarter {
  /**
   * @param job a waiting job
   * @param avoided nodes that it must not use
   * @return whether it has started
   */
  boolean tryStart(int job, NodeReservation avoided);
}
