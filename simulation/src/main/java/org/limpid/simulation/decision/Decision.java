package org.limpid.simulation.decision;

import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.engine.Refusals;

/**
 * Something that was decided, or that happened, in one virtual cluster. Jobs are numbers of {@link
 * PartitionLog}; GPUs are at positions of {@link org.limpid.simulation.cluster.Nodes}.
 */
public sealed interface Decision {
  /** When, in seconds. */
  long second();

  /** A job arrived in the virtual cluster: it was submitted there or came from the profiler. */
  record Arrived(long second, int job) implements Decision {}

  /**
   * A waiting job was put into the queue.
   *
   * @param position how many waiting jobs were before it
   * @param key what the policy orders by, smaller first; its unit depends on the policy
   * @param estimatedSeconds estimated duration, NaN if there is none
   */
  record Queued(long second, int job, int position, double key, double estimatedSeconds)
      implements Decision {}

  /**
   * A waiting job was tried and not placed, for the first time or for another reason than before.
   *
   * @param freeGpus GPUs without a job
   * @param mostFreeGpus free GPUs of the node that has most of them
   * @param idleNodes nodes without a job
   */
  record NotPlaced(long second, int job, int freeGpus, int mostFreeGpus, int idleNodes)
      implements Decision {}

  /** From now on jobs behind this one wait because it can't be placed. */
  record Blocked(long second, int job) implements Decision {}

  /** Sharing was considered for a waiting job, and no running job qualified as a partner. */
  record PartnersRefused(long second, int job, Refusals refusals) implements Decision {}

  /**
   * A job started on GPUs of its own.
   *
   * @param tries how often it was tried in vain since it came into the queue
   */
  record Started(long second, int job, int tries, Allocation place) implements Decision {}

  /**
   * A job started on the GPUs of another one.
   *
   * @param tries how often it was tried in vain since it came into the queue
   * @param rate its progress per second from now on
   * @param partnerRate that of the other job
   */
  record Shared(long second, int job, int partner, int tries, double rate, double partnerRate)
      implements Decision {}

  /**
   * A job was taken off its GPUs.
   *
   * @param by the waiting job that got what it had; -1 if not known
   */
  record Preempted(long second, int job, int by) implements Decision {}

  /** A job ended. */
  record Ended(long second, int job) implements Decision {}

  /** A node came back from the profiler, or came for the first time. */
  record NodeAdded(long second, int number) implements Decision {}

  /** An idle node was lent to the profiler. */
  record NodeRemoved(long second, int position) implements Decision {}

  /** Two nodes exchanged their numbers. */
  record NumbersSwapped(long second, int position, int other) implements Decision {}

  /**
   * Sharing was switched on or off.
   *
   * @param forecastJobs forecast jobs per slot behind it; -1 if none was asked
   */
  record SharingSwitched(long second, boolean on, double forecastJobs) implements Decision {}

  /** The scheduler decided nothing; it will at {@code until}. */
  record Postponed(long second, long until) implements Decision {}
}
