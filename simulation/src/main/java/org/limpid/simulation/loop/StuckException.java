package org.limpid.simulation.loop;

/** Jobs wait, nothing runs and nothing will change: the policy can never start them. */
public final class StuckException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Partition partition;

  StuckException(Partition partition) {
    super(
        "%d jobs wait in second %d, but none of them can ever start"
            .formatted(partition.waitingJobs(), partition.now()));
    this.partition = partition;
  }

  /** The partition as it stood; null after serialization. */
  public Partition partition() {
    return partition;
  }
}
