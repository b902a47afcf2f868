package org.limpid.simulation.event;

import java.util.List;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.resource.Allocation;

/**
 * Something that happened, or that was decided, in one virtual cluster. Jobs are numbers of {@link
 * PartitionLog}; GPUs are at positions of {@link org.limpid.simulation.resource.Nodes}.
 *
 * <p>What is to be told in a new kind of event goes here, into {@link EventCode} and to whoever
 * tells it; {@code docs/export.md} lists the kinds.
 */
public sealed interface Event
    permits Event.OfJob,
        Event.NodeAdded,
        Event.NodeRemoved,
        Event.NumbersSwapped,
        Event.Postponed,
        Note {
  /** When, in seconds. */
  long second();

  /** An event of one job. */
  sealed interface OfJob extends Event
      permits Arrived, Queued, NotPlaced, Blocked, Started, Resized, Supplied, Preempted, Ended {
    /** The job. */
    int job();
  }

  /** A job arrived in the virtual cluster: it was submitted there or came from the profiler. */
  record Arrived(long second, int job) implements OfJob {}

  /**
   * A waiting job was put into the queue.
   *
   * @param position how many waiting jobs were before it
   * @param key what the policy orders by, smaller first; its unit depends on the policy
   * @param estimatedSeconds estimated duration, NaN if there is none
   */
  record Queued(long second, int job, int position, double key, double estimatedSeconds)
      implements OfJob {}

  /**
   * A waiting job was tried and not placed, for the first time or for another reason than before.
   *
   * @param freeGpus GPUs without a job
   * @param mostFreeGpus free GPUs of the node that has most of them
   * @param idleNodes nodes without a job
   */
  record NotPlaced(long second, int job, int freeGpus, int mostFreeGpus, int idleNodes)
      implements OfJob {}

  /** From now on jobs behind this one wait because it can't be placed. */
  record Blocked(long second, int job) implements OfJob {}

  /**
   * A job started.
   *
   * @param tries how often it was tried in vain since it came into the queue
   * @param place its GPUs
   * @param rate its progress per second from now on
   * @param partners jobs that are on some of these GPUs, too; empty: they are its own
   */
  record Started(
      long second, int job, int tries, Allocation place, double rate, List<Partner> partners)
      implements OfJob {
    public Started {
      partners = List.copyOf(partners);
    }

    /** On GPUs of its own. */
    public Started(long second, int job, int tries, Allocation place) {
      this(second, job, tries, place, 1, List.of());
    }
  }

  /**
   * A job that another one joins on its GPUs.
   *
   * @param rate its progress per second from then on
   */
  record Partner(int job, double rate) {}

  /**
   * A running job went on on other GPUs, more or fewer, none of which it shares.
   *
   * @param place its GPUs from now on
   * @param rate its progress per second from now on
   */
  record Resized(long second, int job, Allocation place, double rate) implements OfJob {}

  /**
   * A running job has these CPUs and this memory from now on.
   *
   * @param cpus logical processors that it has, on all of its nodes
   * @param memoryGb memory that it has, GB
   * @param wantedCpus logical processors that it wants
   * @param wantedMemoryGb memory that it wants, GB
   * @param speed how fast it is with them; 1 is the speed with its fair share
   * @param wantedSpeed how fast it would be with what it wants
   * @param by the job for which it was demoted to its fair share; -1 if it was not
   */
  record Supplied(
      long second,
      int job,
      double cpus,
      double memoryGb,
      double wantedCpus,
      double wantedMemoryGb,
      double speed,
      double wantedSpeed,
      int by)
      implements OfJob {}

  /**
   * A job was taken off its GPUs.
   *
   * @param by the waiting job that got what it had; -1 if not known
   */
  record Preempted(long second, int job, int by) implements OfJob {}

  /** A job has left the virtual cluster for good. */
  record Ended(long second, int job, Outcome outcome) implements OfJob {}

  /** A node came back from the profiler, or came for the first time. */
  record NodeAdded(long second, int number) implements Event {}

  /** An idle node was lent to the profiler, or went for good. */
  record NodeRemoved(long second, int position) implements Event {}

  /** Two nodes exchanged their numbers. */
  record NumbersSwapped(long second, int position, int other) implements Event {}

  /** The scheduler decided nothing; it will at {@code until}. */
  record Postponed(long second, long until) implements Event {}
}
