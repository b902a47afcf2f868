package org.limpid.simulation.engine;

/**
 * Told of starts, preemptions, ends and changes of nodes in a partition. Observers must not act on
 * it.
 *
 * <p>All methods do nothing by default.
 */
public interface PartitionObserver {
  /** An observer that ignores everything. */
  PartitionObserver NONE = new PartitionObserver() {};

  /**
   * The state after the events of {@code from} lasts until just before {@code to}, which is {@link
   * Partition#NEVER} after the end of the last job.
   */
  default void holds(Partition partition, long from, long to) {}

  /** A job has started on GPUs of its own. */
  default void started(int job) {}

  /** A job has started on the GPUs of another one. */
  default void startedShared(int job, int partner) {}

  /** A job was taken off its GPUs and waits again. */
  default void preempted(int job) {}

  /** A job has ended. */
  default void ended(int job) {}

  /** A node came or went. */
  default void nodesChanged() {}
}
