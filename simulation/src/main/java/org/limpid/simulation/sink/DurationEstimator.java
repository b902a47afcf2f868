package org.limpid.simulation.sink;

/**
 * Estimates durations while a run goes on, from nothing but what has happened in it so far.
 *
 * <p>One instance serves one run of one policy, in one thread. It is told what happens in all
 * virtual clusters in the order of time, which never goes back; within a second first all ends,
 * then all submissions, and then it is asked for the jobs that enter a queue. Jobs are rows of the
 * trace. What it may know of a job is what is known at its submission; its duration is no secret
 * only after {@link #ended}.
 */
public interface DurationEstimator {
  /** A job was submitted. It may still have to pass the profiling stage. */
  void submitted(int row, long now);

  /**
   * The estimated duration of a job that enters the queue of its virtual cluster in this second.
   * Asked once per job, after its submission; in the second of its submission for a job that ends
   * in the profiler, where nothing depends on the answer.
   *
   * @return seconds; not NaN
   */
  double estimateSeconds(int row, long now);

  /** A job has started, or gone on after a preemption, in its virtual cluster. */
  default void started(int row, long now) {}

  /** A job has ended, in its virtual cluster or in the profiler. */
  void ended(int row, long now);
}
