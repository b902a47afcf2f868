package org.limpid.plots.cluster;

import org.limpid.results.JobTable;

/**
 * The bounded slowdown of a job: {@code max(1, JCT / max(duration, 10 s))}. The bound keeps jobs of
 * a few seconds, for which any wait is long, from deciding everything; 10 s is that of Feitelson et
 * al., "Theory and practice in parallel job scheduling", 1997.
 */
final class Slowdown {
  static final long BOUND_SECONDS = 10;

  private Slowdown() {}

  static double of(JobTable jobs, int row) {
    double duration = Math.max(BOUND_SECONDS, jobs.durationSeconds(row));
    return Math.max(1, jobs.jctSeconds(row) / duration);
  }
}
