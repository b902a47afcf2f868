package org.limpid.simulation.loop;

import org.limpid.files.Words;

/** Jobs wait, nothing runs and nothing will change: the policy can never start them. */
public final class StuckException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Partition partition;

  StuckException(Partition partition) {
    super(
        Words.counted(
            "%,d {job waits|jobs wait} in second "
                + partition.now()
                + ", but {it can never|none of them can ever} start",
            partition.waitingJobs()));
    this.partition = partition;
  }

  /** The partition as it stood; null after serialization. */
  public Partition partition() {
    return partition;
  }
}
