package org.limpid.simulation.event;

import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.resource.Allocation;

/**
 * Told of what happens in a virtual cluster. Sinks must not act on it. What happens for every job
 * is told in numbers, everything else as an {@link Event}.
 *
 * <p>A sink that wants to know more of a job asks the state of the virtual cluster: at its start it
 * has its GPUs already, at a preemption and at its end it has them still.
 *
 * <p>All methods do nothing by default.
 */
public interface EventSink {
  /** A sink that ignores everything. */
  EventSink NONE = new EventSink() {};

  /**
   * Whether it wants to know of decisions and their reasons. If not, nothing is made up for {@link
   * #told}.
   */
  default boolean wantsReasons() {
    return false;
  }

  /**
   * The state after the events of {@code from} lasts until just before {@code to}, which is {@link
   * Long#MAX_VALUE} after the end of the last job. Events that are told afterwards are of {@code
   * to}.
   */
  default void holds(long from, long to) {}

  /** A job has arrived. */
  default void arrived(int job) {}

  /** A waiting job was tried, but there are no GPUs for it; only told if {@link #wantsReasons}. */
  default void notPlaced(int job) {}

  /** A job has started on GPUs of its own. */
  default void started(int job) {}

  /** A job has started on GPUs of which others have some, too. */
  default void startedShared(int job) {}

  /**
   * A running job has got other GPUs, more or fewer.
   *
   * @param before those that it had
   */
  default void resized(int job, Allocation before) {}

  /**
   * A running job has other CPUs and memory than before.
   *
   * @param by the job for which it was demoted to its fair share; -1 if it was not
   */
  default void supplied(int job, int by) {}

  /**
   * A job is taken off its GPUs and waits again.
   *
   * @param by the waiting job that got what this one had; -1 if not known
   */
  default void preempted(int job, int by) {}

  /** A job leaves for good. */
  default void ended(int job, Outcome outcome) {}

  /**
   * The policy notes something of a job, or of {@link Note#NO_JOB}; only told if {@link
   * #wantsReasons}. By default it is told like everything else.
   *
   * @param kind which kind of note of that policy it is
   * @param values the numbers that belong to it; not to be kept
   */
  default void noted(long second, int job, String kind, double[] values) {
    told(Note.of(second, job, kind, values));
  }

  /** Something happened that happens rarely; only told if {@link #wantsReasons}. */
  default void told(Event event) {}
}
