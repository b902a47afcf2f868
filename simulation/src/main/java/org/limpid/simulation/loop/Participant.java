package org.limpid.simulation.loop;

/**
 * Something with events in time that can be stepped together with others by {@link Lockstep}.
 *
 * <p>In every second that it asks for, {@link #endJobs}, {@link #acceptJobs} and {@link #schedule}
 * are called in this order, each for all participants before the next.
 */
public interface Participant {
  /**
   * The next second in which something happens; {@link Partition#NEVER} when all is over. Asked
   * once at first and once after each second that it has asked for.
   */
  long nextSecond();

  /**
   * Moves the clock and ends jobs whose work is done.
   *
   * @param second what {@link #nextSecond()} said
   */
  void endJobs(long second);

  /** Accepts the jobs that arrive in this second. */
  void acceptJobs();

  /** Starts, shares and preempts. */
  default void schedule() {}

  /** Called once when all is over for everybody. */
  default void finish() {}
}
