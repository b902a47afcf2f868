package org.limpid.estimator.history;

/** Is told of what happens to the jobs of one trace, in the order of time. */
public interface JobListener {
  /**
   * Takes note of a submission. Jobs submitted in the same second are told in the order of the
   * trace.
   *
   * @param row row of the job in the trace
   * @param now seconds since the origin of the data set, at least that of every event before
   */
  void submitted(int row, long now);

  /** Takes note that a submitted job has begun to run; only the first start of a job counts. */
  void started(int row, long now);

  /** Takes note that a job has ended; its duration is known from now on. */
  void ended(int row, long now);
}
