package org.limpid.simulation.run;

import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.bytes.StateException;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;

/**
 * All that is in motion in one virtual cluster.
 *
 * @param partition its jobs and nodes
 * @param nodes those that come and go
 * @param policy decides
 */
record VirtualClusterRun(Partition partition, NodeArrivals nodes, Scheduler policy) {
  /** What the engine talks to. */
  Scheduler scheduler() {
    return nodes.before(policy);
  }

  /**
   * Whether its state can be saved: not if the policy can't do so, and not if some jobs arrive only
   * when others have ended, since those that have arrived are then not the first ones.
   */
  boolean isResumable() {
    return policy instanceof Resumable && !partition.jobs().hasPredecessors();
  }

  /** The state after all events so far, and with the CPUs and memory that follow from them. */
  Snapshot snapshot() {
    partition.supply();
    ByteWriter out = new ByteWriter();
    partition.save(out);
    nodes.save(out);
    ((Resumable) policy).save(out);
    return new Snapshot(partition.now() + 1, out.toByteArray());
  }

  /**
   * Takes over the state of another run.
   *
   * @throws StateException if it is of different jobs, nodes or policies
   */
  void restore(Snapshot snapshot) {
    ByteReader in = new ByteReader(snapshot.state());
    try {
      partition.restore(in);
      nodes.restore(in);
      ((Resumable) policy).restore(in);
    } catch (IllegalStateException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NullPointerException unfit) {
      throw new StateException(unfit.getMessage());
    }
    if (!in.isAtEnd() || partition.now() + 1 != snapshot.second()) {
      throw new StateException("expected the state of second " + snapshot.second());
    }
  }
}
