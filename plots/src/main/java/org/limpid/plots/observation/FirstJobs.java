package org.limpid.plots.observation;

import org.limpid.data.Trace;

/** The beginning of long traces, whose features would take too much memory and time. */
public final class FirstJobs {
  /** So many jobs are looked at. */
  public static final int MOST = 100_000;

  private FirstJobs() {}

  /** The trace, or the jobs of its first {@value #MOST} rows. */
  public static Trace of(Trace trace) {
    return trace.size() <= MOST
        ? trace
        : trace.between(trace.submitSeconds(0), trace.submitSeconds(MOST));
  }
}
