package org.limpid.simulation.queue;

import org.limpid.simulation.loop.Partition;
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

  /**
   * Whether a job might start, as far as that is known without looking for a place. If not, none
   * behind it in its lane can.
   */
  default boolean mayStart(int job) {
    return true;
  }

  /** Whether a job that starts may let others start that could not before, by sharing its GPUs. */
  default boolean startsMakeRoom() {
    return false;
  }

  /** Starts jobs on GPUs of their own. */
  static JobStarter of(Partition partition) {
    return new JobStarter() {
      @Override
      public boolean tryStart(int job, NodeReservation avoided) {
        return partition.tryStart(job, avoided);
      }

      @Override
      public boolean mayStart(int job) {
        return partition.mayStart(job);
      }
    };
  }
}
