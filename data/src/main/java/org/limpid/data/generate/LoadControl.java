package org.limpid.data.generate;

/**
 * Keeps the load of each virtual cluster near its target, as users do who look at the queue before
 * they submit a long job.
 *
 * <p>Let W be the GPU-seconds per job that the target load asks for, O and L what jobs other than
 * long ones and long ones (8 % of the jobs) contribute by {@link DurationModel}. Then F = (W - O) /
 * L says by how much long work must grow; the share of long jobs takes F^0.7 of it, their length
 * F^0.3. At time t the share is further multiplied by
 *
 * <pre>exp(-a), a = (submitted work - target load x GPUs x t) / (GPUs x 2 days), within 0.1..4
 * </pre>
 *
 * and by the hour: long jobs are left running overnight. Two days are slow enough for weeks with
 * three times the usual work, as in Venus, and fast enough for a month to come out right. Only past
 * submissions count, not how the jobs are scheduled.
 *
 * <p>Where jobs are too few or too many for the cluster the load misses its target: at most 60 % of
 * the jobs are long, and short jobs stay as short as they are.
 */
final class LoadControl {
  private static final double LONG_SHARE = 0.08;
  private static final double SHARE_EXPONENT = 0.7;
  private static final double MAX_LONG_SHARE = 0.6;
  private static final double MIN_FACTOR = 0.02;
  private static final double MAX_FACTOR = 60;
  private static final double MEMORY_SECONDS = 2 * 86_400;
  private static final double MIN_CORRECTION = 0.1;
  private static final double MAX_CORRECTION = 4;

  /** Relative share of long jobs per hour of the day, after Venus; the mean is about 1. */
  private static final double[] HOUR_FACTORS = {
    1.5, 1.3, 1.0, 0.8, 0.7, 0.7, 0.6, 0.6, 0.7, 1.0, 1.0, 0.9,
    0.9, 1.0, 0.9, 1.2, 1.2, 0.9, 0.9, 1.0, 1.2, 0.9, 1.1, 1.5
  };

  private final ClusterModel clusters;
  private final double[] longShares;
  private final double[] longLengths;
  private final double[] submittedWork;

  /**
   * @param jobsPerSecond of the whole cluster, in the long run
   */
  LoadControl(ClusterModel clusters, UserPopulation users, double jobsPerSecond) {
    this.clusters = clusters;
    longShares = new double[clusters.size()];
    longLengths = new double[clusters.size()];
    submittedWork = new double[clusters.size()];
    double[] otherWork = new double[clusters.size()];
    double[] longWork = new double[clusters.size()];
    for (int user = 0; user < users.size(); user++) {
      for (Task task : users.tasks(user)) {
        double jobGpus = task.jobShare() * task.gpuCount();
        double affinity = LONG_SHARE * task.longAffinity();
        longWork[task.virtualCluster()] += jobGpus * affinity * DurationModel.meanLongSeconds(task);
        otherWork[task.virtualCluster()] +=
            jobGpus * (1 - affinity) * DurationModel.meanOtherSeconds(task);
      }
    }
    for (int vc = 0; vc < clusters.size(); vc++) {
      double wanted = clusters.load(vc) * clusters.gpus(vc) / jobsPerSecond;
      double factor = Math.clamp((wanted - otherWork[vc]) / longWork[vc], MIN_FACTOR, MAX_FACTOR);
      longShares[vc] = LONG_SHARE * StrictMath.pow(factor, SHARE_EXPONENT);
      longLengths[vc] = StrictMath.pow(factor, 1 - SHARE_EXPONENT);
    }
  }

  /** Probability that a job of {@code task}, submitted at {@code seconds}, is long. */
  double longShare(Task task, long seconds) {
    int vc = task.virtualCluster();
    double gpus = clusters.gpus(vc);
    double surplus = submittedWork[vc] - clusters.load(vc) * gpus * seconds;
    double correction =
        Math.clamp(
            StrictMath.exp(-surplus / (gpus * MEMORY_SECONDS)), MIN_CORRECTION, MAX_CORRECTION);
    double hour = HOUR_FACTORS[(int) (seconds % 86_400 / 3_600)];
    return Math.min(MAX_LONG_SHARE, longShares[vc] * task.longAffinity() * hour * correction);
  }

  /** Duration of long jobs in a virtual cluster relative to those of all. */
  double longLength(int virtualCluster) {
    return longLengths[virtualCluster];
  }

  /** Most jobs of a task that are submitted at once as long ones: half the virtual cluster. */
  int largestLongBatch(Task task) {
    return Math.max(1, clusters.gpus(task.virtualCluster()) / 2 / task.gpuCount());
  }

  /** Notes a submission. */
  void submitted(int virtualCluster, double gpuSeconds) {
    submittedWork[virtualCluster] += gpuSeconds;
  }
}
