package org.limpid.plots.cluster;

import java.util.Arrays;
import org.limpid.data.Quantile;
import org.limpid.results.JobTable;

/** The mean bounded slowdown of each user, ascending. */
record UserSlowdowns(double[] sorted) {
  /**
   * Keeps jobs of a few seconds, for which any wait is long, from deciding everything; source:
   * Feitelson et al., "Theory and practice in parallel job scheduling", 1997.
   */
  static final long BOUND_SECONDS = 10;

  /** The bounded slowdown of a job: {@code max(1, JCT / max(duration, 10 s))}. */
  static double ofJob(JobTable jobs, int row) {
    double duration = Math.max(BOUND_SECONDS, jobs.durationSeconds(row));
    return Math.max(1, jobs.jctSeconds(row) / duration);
  }

  /** The mean bounded slowdown of the jobs of each user of whom any were served. */
  static UserSlowdowns of(JobTable jobs) {
    int users = jobs.users().names().size();
    double[] sums = new double[users];
    int[] counts = new int[users];
    jobs.served()
        .forEach(row -> {
          int user = jobs.users().code(row);
          sums[user] += ofJob(jobs, row);
          counts[user]++;
        });
    for (int user = 0; user < users; user++) {
      sums[user] /= counts[user];
    }
    return new UserSlowdowns(Arrays.stream(sums).filter(Double::isFinite).sorted().toArray());
  }

  int count() {
    return sorted.length;
  }

  double largest() {
    return sorted[sorted.length - 1];
  }

  /** The p-quantile, linear between neighbours (definition 7 of Hyndman and Fan). */
  double quantile(double p) {
    return Quantile.ofSorted(sorted, p);
  }

  /**
   * Jain's index {@code (sum x)^2 / (n sum x^2)} of what users get, their speeds {@code x = 1 /
   * slowdown}: 1 if all are served alike, near 1 / n if one alone is served. Source: Jain, Chiu,
   * Hawe, "A quantitative measure of fairness and discrimination", DEC-TR-301, 1984.
   */
  double jainIndex() {
    double sum = Arrays.stream(sorted).map(slowdown -> 1 / slowdown).sum();
    double squares = Arrays.stream(sorted).map(slowdown -> 1 / (slowdown * slowdown)).sum();
    return sum * sum / (sorted.length * squares);
  }
}
