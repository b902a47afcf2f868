package org.limpid.simulation.queue;

/**
 * A walk through waiting jobs in the order of their queue. It may pass jobs that surely can't
 * start. Nothing else may change the queue meanwhile.
 */
interface QueueWalk {
  /** Steps to the next job; false behind the last one. */
  boolean next();

  /** The job that the walk stands on. */
  int job();

  /** The job that the walk stands on has started: removes it from the queue. */
  void started();

  /**
   * The job that the walk stands on can't start, and no other one of its lane can, but those that
   * are expected to run for at most so long.
   *
   * @param exceptOfAtMost seconds; 0: there is no exception
   */
  void failed(long exceptOfAtMost);
}
