package org.limpid.simulation.engine;

/**
 * Told of what happens in a partition and, by the partition and its scheduler, of decisions.
 * Observers must not act on it.
 *
 * <p>All methods do nothing by default.
 */
public interface PartitionObserver {
  /** An observer that ignores everything. */
  PartitionObserver NONE = new PartitionObserver() {};

  /**
   * Whether it wants to know of decisions that change nothing. If not, a scheduler should spare
   * itself the work to find out what it would tell.
   */
  default boolean wantsReasons() {
    return false;
  }

  /**
   * The state after the events of {@code from} lasts until just before {@code to}, which is {@link
   * Partition#NEVER} after the end of the last job. Events that are told afterwards are of {@code
   * to}.
   */
  default void holds(Partition partition, long from, long to) {}

  /** A job has arrived; jobs arrive in the order of their numbers. */
  default void arrived(int job) {}

  /** A job has started on GPUs of its own. */
  default void started(int job) {}

  /** A job has started on the GPUs of another one. */
  default void startedShared(int job, int partner) {}

  /**
   * A job was taken off its GPUs and waits again.
   *
   * @param by the waiting job that got what this one had; {@link Partition#NOBODY} if not known
   */
  default void preempted(int job, int by) {}

  /** A job has ended. */
  default void ended(int job) {}

  /** An idle node has come, at the end of the node order. */
  default void nodeAdded(int number) {}

  /** An idle node has gone. */
  default void nodeRemoved(int position) {}

  /** Two nodes have exchanged their numbers. */
  default void numbersSwapped(int first, int second) {}

  /**
   * A waiting job was put into the queue of the policy.
   *
   * @param position how many waiting jobs are before it
   * @param key what the policy orders by; smaller goes first
   */
  default void queued(int job, int position, double key) {}

  /** A waiting job was tried, but the placement rule found no GPUs for it. */
  default void notPlaced(int job) {}

  /** Jobs behind this one have to wait because it could not be placed. */
  default void blockedBy(int job) {}

  /** No running job qualified to share its GPUs with a waiting one. */
  default void partnersRefused(int job, Refusals refusals) {}

  /** Sharing was switched, by a forecast of so many jobs per slot; -1 if there is no forecast. */
  default void sharingSwitched(boolean on, double forecastJobs) {}

  /** The scheduler decides nothing now, but will at {@code until}. */
  default void postponed(long until) {}
}
