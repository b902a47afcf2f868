package org.limpid.data.io;

import org.limpid.data.Trace;

/** Takes the jobs of a file one by one. */
@FunctionalInterface
public interface JobSink {
  /**
   * Takes a job.
   *
   * @param line line of the file on which it stands
   */
  void accept(long line, Trace.Job job);

  /**
   * Is told of a row that is no job that can be replayed.
   *
   * @param reason why, e.g. {@code without a duration}
   */
  default void leaveOut(String reason) {}
}
