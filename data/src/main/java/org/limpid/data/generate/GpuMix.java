package org.limpid.data.generate;

/**
 * Deals GPU counts out to tasks so that their shares of the jobs come out as wanted, although few
 * users with few tasks submit most jobs.
 *
 * <p>A task that brings the share w of the jobs draws count g with probability in proportion to
 *
 * <pre>max(0, wanted_g - given_g) / feasible_g</pre>
 *
 * among the counts that fit its virtual cluster, where feasible_g is the share of the jobs in
 * virtual clusters that g fits. So the large counts gather where they fit, and what one task took
 * the next ones no longer get.
 */
final class GpuMix {
  private static final int[] COUNTS = {1, 2, 3, 4, 6, 8, 16, 24, 32, 40, 64, 96, 128};

  /** Shares of the jobs, after Venus, where 14 to 24 other counts share the rest of 1 %. */
  private static final double[] WANTED = {
    .565, .0625, .003, .069, .005, .194, .023, .010, .041, .002, .003, .005, .0175
  };

  /** What a count gets that has had its share: tasks must get one in any case. */
  private static final double LEAST = 1e-6;

  private final ClusterModel clusters;
  private final double[] missing = WANTED.clone();
  private final double[] feasible = new double[COUNTS.length];

  GpuMix(ClusterModel clusters) {
    this.clusters = clusters;
    for (int vc = 0; vc < clusters.size(); vc++) {
      for (int i = 0; i < COUNTS.length; i++) {
        if (COUNTS[i] <= clusters.maxGpuCount(vc)) {
          feasible[i] += clusters.jobShare(vc);
        }
      }
    }
  }

  /**
   * The GPU count of one more task.
   *
   * @param virtualCluster where it runs
   * @param jobShare the share of all jobs that it brings, 0..1
   */
  int draw(int virtualCluster, double jobShare, RandomStream random) {
    double[] weights = new double[COUNTS.length];
    for (int i = 0; i < COUNTS.length; i++) {
      if (COUNTS[i] <= clusters.maxGpuCount(virtualCluster)) {
        weights[i] = Math.max(LEAST, missing[i]) / feasible[i];
      }
    }
    int drawn = random.index(Weights.cumulative(weights));
    missing[drawn] -= jobShare;
    return COUNTS[drawn];
  }
}
