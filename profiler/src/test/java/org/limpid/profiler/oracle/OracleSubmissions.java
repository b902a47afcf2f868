package org.limpid.profiler.oracle;

import java.util.List;

/** The jobs that are still to be submitted, in trace order. */
final class OracleSubmissions {
  private final List<OracleJob> jobs;
  private int next;

  OracleSubmissions(List<OracleJob> jobs) {
    this.jobs = jobs;
  }

  boolean remain() {
    return next < jobs.size();
  }

  /** Appends the jobs submitted in this very second to the queue. */
  void acceptAt(long now, List<OracleJob> queue) {
    while (remain() && jobs.get(next).submit == now) {
      queue.add(jobs.get(next++));
    }
  }
}
