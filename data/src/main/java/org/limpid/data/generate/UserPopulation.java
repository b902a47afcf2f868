package org.limpid.data.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.limpid.data.generate.WorkloadModel.Candidate;

/**
 * The users, with the share of the jobs that each submits, a home and a few tasks.
 *
 * <ul>
 *   <li>User i of n has the weight (1 + i / f + q)^-s with s = 1.35, q = 2 and f = n / 118 where n
 *       is larger, else 1: the law of Zipf and Mandelbrot, in which the first of 118 users has a
 *       seventh of the jobs and the median one 0.25 %. With more users there are f of each rank, so
 *       that nobody outgrows a virtual cluster.
 *   <li>Users find their home in order of weight: each in the virtual cluster that lacks most of
 *       its share of the jobs; the last users fill those that nobody chose.
 *   <li>A user has 2 to 6 tasks; task k has the weight 1 / k. With probability 0.3 the second one
 *       runs in another virtual cluster.
 *   <li>The workload of a task is dealt by popularity, its GPU count by {@link GpuMix}, both
 *       without a look at durations. The duration scale of a task is the sum of two normal
 *       variables with standard deviation 0.5, one of the user and one of the task; its affinity to
 *       long jobs is log-normal with mean 1, sigma 0.8, at most 4.
 * </ul>
 */
final class UserPopulation {
  private static final double ZIPF_EXPONENT = 1.35;
  private static final double ZIPF_OFFSET = 2;
  private static final double RANKS = 118;
  private static final double SECOND_VIRTUAL_CLUSTER = 0.3;
  private static final double SHIFT_SIGMA = 0.5;
  private static final double AFFINITY_SIGMA = 0.8;
  private static final double MAX_AFFINITY = 4;
  private static final int MIN_TASKS = 2;
  private static final int MAX_TASKS = 6;

  private final ClusterModel clusters;
  private final RandomStream random;
  private final GpuMix gpuMix;
  private final List<Candidate> workloads = WorkloadModel.candidates();
  private final ShareDealer workloadDealer =
      new ShareDealer(workloads.stream().mapToDouble(Candidate::popularity).toArray());
  private final double[] anyWorkload = workloads.stream().mapToDouble(w -> 1).toArray();
  private final double[] shares;
  private final List<List<UserTask>> tasks = new ArrayList<>();

  UserPopulation(ClusterModel clusters, int users, RandomStream random) {
    this.clusters = clusters;
    this.random = random;
    gpuMix = new GpuMix(clusters);
    shares = zipfShares(users);
    int[] homes = homes();
    int digits = Math.max(3, Integer.toString(users).length());
    for (int user = 0; user < users; user++) {
      tasks.add(tasksOf("u" + ClusterModel.padded(user + 1, digits), shares[user], homes[user]));
    }
  }

  private static double[] zipfShares(int users) {
    double usersPerRank = Math.max(1, users / RANKS);
    return Weights.normalised(
        IntStream.range(0, users)
            .mapToDouble(i -> 1 + i / usersPerRank + ZIPF_OFFSET)
            .map(rank -> StrictMath.pow(rank, -ZIPF_EXPONENT))
            .toArray());
  }

  private int[] homes() {
    Deficits deficits = new Deficits(clusters);
    int[] homes = new int[shares.length];
    for (int user = 0; user < homes.length; user++) {
      boolean enough = homes.length - user > deficits.emptyCount();
      homes[user] = enough ? deficits.largest() : deficits.firstEmpty();
      deficits.take(homes[user], shares[user]);
    }
    return homes;
  }

  private List<UserTask> tasksOf(String user, double share, int home) {
    int count = MIN_TASKS + random.uniform(MAX_TASKS - MIN_TASKS + 1);
    double[] weights =
        Weights.normalised(IntStream.rangeClosed(1, count).mapToDouble(k -> 1.0 / k).toArray());
    double userShift = SHIFT_SIGMA * random.gaussian();
    boolean wanders = random.chance(SECOND_VIRTUAL_CLUSTER);
    List<UserTask> own = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int virtualCluster = k == 1 && wanders ? random.uniform(clusters.size()) : home;
      own.add(task(user, k, virtualCluster, share * weights[k], userShift));
    }
    return List.copyOf(own);
  }

  private UserTask task(String user, int k, int virtualCluster, double share, double userShift) {
    int gpuCount = gpuMix.draw(virtualCluster, share, random);
    return new UserTask(
        user,
        "task" + (k + 1),
        virtualCluster,
        gpuCount,
        cpuCount(gpuCount),
        workloads.get(workloadDealer.draw(anyWorkload, share, random)).profile(),
        share,
        userShift + SHIFT_SIGMA * random.gaussian(),
        Math.min(MAX_AFFINITY, random.unitMeanLognormal(AFFINITY_SIGMA)));
  }

  /** Most users leave the default of one processor; the others ask for 1, 4 or 5 per GPU. */
  private int cpuCount(int gpuCount) {
    double kind = random.uniform();
    if (kind < 0.62) {
      return 1;
    }
    return gpuCount * (kind < 0.84 ? 1 : kind < 0.92 ? 4 : 5);
  }

  int size() {
    return shares.length;
  }

  /** Share of all jobs that user {@code index} submits in the long run, 0..1. */
  double share(int index) {
    return shares[index];
  }

  /** Tasks of user {@code index}, the favourite first. */
  List<UserTask> tasks(int index) {
    return tasks.get(index);
  }

  /** What the virtual clusters lack of their share of the jobs. */
  private static final class Deficits {
    private final double[] missing;
    private final boolean[] taken;
    private final PriorityQueue<Integer> byDeficit;
    private int emptyCount;
    private int firstEmpty;

    Deficits(ClusterModel clusters) {
      missing = IntStream.range(0, clusters.size()).mapToDouble(clusters::jobShare).toArray();
      taken = new boolean[missing.length];
      emptyCount = missing.length;
      byDeficit =
          new PriorityQueue<>(
              Comparator.<Integer>comparingDouble(i -> -missing[i]).thenComparing(i -> i));
      IntStream.range(0, missing.length).forEach(byDeficit::add);
    }

    int emptyCount() {
      return emptyCount;
    }

    int largest() {
      return byDeficit.peek();
    }

    int firstEmpty() {
      while (taken[firstEmpty]) {
        firstEmpty++;
      }
      return firstEmpty;
    }

    void take(int virtualCluster, double share) {
      byDeficit.remove(virtualCluster);
      missing[virtualCluster] -= share;
      byDeficit.add(virtualCluster);
      emptyCount -= taken[virtualCluster] ? 0 : 1;
      taken[virtualCluster] = true;
    }
  }
}
