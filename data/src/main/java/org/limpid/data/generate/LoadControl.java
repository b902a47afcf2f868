package org.limpid.data.generate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Decides how likely a long job is, so that each virtual cluster is about as busy as it should be:
 * users start long jobs when they see free GPUs and hold back when there are none.
 *
 * <p>Let W be the GPU-seconds per job that the load of the virtual cluster asks for, O and L what
 * jobs other than long ones and long ones contribute by {@link DurationModel} at a share of long
 * jobs of 8 %. Then F = (1.25 W - O) / L says by how much long work must grow; the share of long
 * jobs takes F^0.6 of it, their length F^0.4. The probability of a long job of task k is
 *
 * <pre>0.08 F^0.6 affinity_k size(g) hour(t) exp((1.9 load - B / GPUs) / 0.2)</pre>
 *
 * with the last factor within 0.02..8 and the product at most 0.6. B is the number of GPUs that
 * would be busy if no job waited: that is what the trace itself decides, whatever the scheduler. A
 * long or medium job of g GPUs that finds more than 1.3 GPUs - g / 4 busy is hardly ever submitted
 * (see {@link SessionProcess}). In Venus B is between 60 and 120 % of the GPUs for most of the
 * time.
 *
 * <p>The constants were chosen so that the load of a month is that of Venus: 0.81 to 0.92 with
 * seeds 1 to 5, where 0.89 is asked for. Of 0.3, 0.6 and 1.2 become 0.25 to 0.28, 0.62 to 0.71 and
 * 0.85 to 0.99. The smallest virtual clusters have less than they should; where jobs are too few or
 * too many for the cluster the load misses more: short jobs stay as they are.
 *
 * <p>State: the jobs of more than 20 minutes that would be running.
 */
final class LoadControl {
  private static final double LONG_SHARE = 0.08;
  private static final double SHARE_EXPONENT = 0.6;
  private static final double MAX_LONG_SHARE = 0.6;
  private static final double MIN_FACTOR = 0.02;
  private static final double MAX_FACTOR = 60;

  /** Some long jobs find no room, so more long work is aimed for than the load asks for. */
  private static final double EXCESS = 1.25;

  /** Much of the time is night or weekend: so there is more to do when people are at work. */
  private static final double HEADROOM = 1.9;

  private static final double FULL = 1.3;

  /** How much of a job must fit: with all of it, large jobs would hardly ever find room. */
  private static final double PART_THAT_FITS = 0.25;

  private static final double SOFTNESS = 0.2;
  private static final double MIN_CORRECTION = 0.02;
  private static final double MAX_CORRECTION = 8;

  /** Jobs that end within minutes are no reason to hold back. */
  private static final long SEEN_SECONDS = 1_200;

  /** Relative share of long jobs per hour of the day, after Venus; the mean is about 1. */
  private static final double[] HOUR_FACTORS = {
    1.5, 1.3, 1.0, 0.8, 0.7, 0.7, 0.6, 0.6, 0.7, 1.0, 1.0, 0.9,
    0.9, 1.0, 0.9, 1.2, 1.2, 0.9, 0.9, 1.0, 1.2, 0.9, 1.1, 1.5
  };

  private final ClusterModel clusters;
  private final double[] longShares;
  private final double[] longLengths;
  private final long[] busyGpus;
  private final PriorityQueue<Submission> running =
      new PriorityQueue<>(Comparator.comparingLong(Submission::endSeconds));

  /**
   * @param jobsPerSecond of the whole cluster, in the long run
   */
  LoadControl(ClusterModel clusters, UserPopulation users, double jobsPerSecond) {
    this.clusters = clusters;
    longShares = new double[clusters.size()];
    longLengths = new double[clusters.size()];
    busyGpus = new long[clusters.size()];
    Work[] work = expectedWork(clusters, users);
    for (int vc = 0; vc < clusters.size(); vc++) {
      double wanted = EXCESS * clusters.load(vc) * clusters.gpus(vc) / jobsPerSecond;
      double factor = work[vc].factor(wanted);
      longShares[vc] = LONG_SHARE * StrictMath.pow(factor, SHARE_EXPONENT);
      longLengths[vc] = StrictMath.pow(factor, 1 - SHARE_EXPONENT);
    }
  }

  private static Work[] expectedWork(ClusterModel clusters, UserPopulation users) {
    Work[] work = new Work[clusters.size()];
    Arrays.setAll(work, vc -> new Work());
    for (int user = 0; user < users.size(); user++) {
      users.tasks(user).forEach(task -> work[task.virtualCluster()].add(task));
    }
    return work;
  }

  /** GPU-seconds that the tasks of one virtual cluster bring per job of the whole cluster. */
  private static final class Work {
    private double other;
    private double longs;

    void add(UserTask task) {
      double gpus = task.jobShare() * task.gpuCount();
      double share = LONG_SHARE * affinity(task);
      longs += gpus * share * DurationModel.meanLongSeconds(task);
      other += gpus * (1 - share) * DurationModel.meanOtherSeconds(task);
    }

    /** F: how much long work must grow for {@code wanted} GPU-seconds. */
    double factor(double wanted) {
      return Math.clamp((wanted - other) / longs, MIN_FACTOR, MAX_FACTOR);
    }
  }

  /**
   * The task's own affinity times that of its size: in Venus jobs of 8 and more GPUs run longest.
   */
  private static double affinity(UserTask task) {
    int gpus = task.gpuCount();
    double size = gpus == 1 ? 0.02 : gpus < 8 ? 0.2 : gpus <= 16 ? 1.5 : 2.5;
    return task.longAffinity() * size;
  }

  /** Probability that a job of {@code task}, submitted at {@code seconds}, is long. */
  double longShare(UserTask task, long seconds) {
    int vc = task.virtualCluster();
    double spare = HEADROOM * clusters.load(vc) - (double) busyGpus[vc] / clusters.gpus(vc);
    double correction =
        Math.clamp(StrictMath.exp(spare / SOFTNESS), MIN_CORRECTION, MAX_CORRECTION);
    double hour = HOUR_FACTORS[(int) (seconds % 86_400 / 3_600)];
    return Math.min(MAX_LONG_SHARE, longShares[vc] * affinity(task) * hour * correction);
  }

  /** Duration of long jobs in a virtual cluster relative to those of all. */
  double longLength(int virtualCluster) {
    return longLengths[virtualCluster];
  }

  /** Whether one more job of the task finds free GPUs. */
  boolean hasRoom(UserTask task) {
    int vc = task.virtualCluster();
    return busyGpus[vc] + PART_THAT_FITS * task.gpuCount() <= FULL * clusters.gpus(vc);
  }

  void submitted(Submission job) {
    if (job.durationSeconds() > SEEN_SECONDS) {
      busyGpus[job.task().virtualCluster()] += job.task().gpuCount();
      running.add(job);
    }
  }

  /** Frees the GPUs of jobs that have ended by {@code seconds}. */
  void advanceTo(long seconds) {
    while (!running.isEmpty() && running.peek().endSeconds() <= seconds) {
      Submission ended = running.poll();
      busyGpus[ended.task().virtualCluster()] -= ended.task().gpuCount();
    }
  }
}
