package org.limpid.data.generate;

/**
 * The GPU counts of tasks: shares of the jobs as in Venus, limited by the size of the virtual
 * cluster. A count is dealt with eligibility 1 / (share of the jobs in virtual clusters that it
 * fits), so that large counts gather where they fit.
 */
final class GpuMix {
  private static final int[] COUNTS = {1, 2, 3, 4, 6, 8, 16, 24, 32, 40, 64, 96, 128};

  /** After Venus, where 14 other counts share the rest of 1 %. */
  private static final double[] WANTED = {
    .565, .0625, .003, .069, .005, .194, .023, .010, .041, .002, .003, .005, .0175
  };

  private static final double PART_NODE_DENSITY = 12;

  private final ClusterModel clusters;
  private final ShareDealer dealer = new ShareDealer(WANTED);
  private final double[] feasible = new double[COUNTS.length];

  GpuMix(ClusterModel clusters) {
    this.clusters = clusters;
    for (int vc = 0; vc < clusters.size(); vc++) {
      for (int i = 0; i < COUNTS.length; i++) {
        feasible[i] += fits(i, vc) ? liking(i, vc) * clusters.jobShare(vc) : 0;
      }
    }
  }

  private boolean fits(int index, int virtualCluster) {
    return COUNTS[index] <= clusters.maxGpuCount(virtualCluster);
  }

  /** Where few jobs share a node, few ask for a part of one: min(1, (jobs per node / 12)^2). */
  private double liking(int index, int virtualCluster) {
    double density = clusters.jobsPerNode(virtualCluster) / PART_NODE_DENSITY;
    return COUNTS[index] < ClusterModel.GPUS_PER_NODE ? Math.min(1, density * density) : 1;
  }

  /**
   * The GPU count of one more task.
   *
   * @param jobShare the share of all jobs that it brings, 0..1
   */
  int draw(int virtualCluster, double jobShare, RandomStream random) {
    double[] eligibility = new double[COUNTS.length];
    for (int i = 0; i < COUNTS.length; i++) {
      eligibility[i] = fits(i, virtualCluster) ? liking(i, virtualCluster) / feasible[i] : 0;
    }
    return COUNTS[dealer.draw(eligibility, jobShare, random)];
  }
}
