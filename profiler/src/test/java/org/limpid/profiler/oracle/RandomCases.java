package org.limpid.profiler.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.PairProfile;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/**
 * Small cases full of ties: bursts of submissions in one second, few distinct durations, GPU counts
 * and priorities, values on the thresholds of every rule.
 *
 * <p>Every case can be finished: each job fits its virtual cluster even without the nodes that the
 * profiler takes and borrows. The same seed gives the same case.
 */
public final class RandomCases {
  private static final int GPU_MEMORY_MIB = 24_576;
  private static final int SLOT_SECONDS = 600;

  /** More than half are the nodes of the reference. */
  private static final int[] GPUS_PER_NODE = {8, 8, 8, 8, 4, 2};

  private static final int[] SMALL_GPU_COUNTS = {1, 1, 1, 2, 2, 3, 4, 4, 5, 6, 7, 8, 8, 8};
  private static final int[] LARGE_GPU_COUNTS = {9, 12, 14, 16, 16, 20, 24, 24, 32, 36, 40};

  /** Around the time limits, and long enough for the low queue of Tiresias. */
  private static final int[] DURATIONS = {
    1, 1, 2, 5, 10, 10, 59, 60, 60, 100, 100, 199, 200, 200, 201, 300, 300, 600, 1000, 1000, 2250,
    2251, 3000
  };

  private static final int[] ESTIMATES = {-30, -1, 0, 1, 50, 100, 100, 200, 400, 500, 1000, 1000};

  /** Two of the middle ones fill the memory of a GPU exactly, or to one MiB. */
  private static final int[] MEMORIES_MIB = {2000, 4000, 8000, 12_287, 12_288, 12_289, 20_162};

  private static final double[] RATES = {
    0.1, 0.3, 0.5, 0.55, 0.611, 0.7, 0.789, 0.9, 0.983, 0.999, 1, 1.001, 1.034, 1.3, 1.498
  };

  /** Means of neighbours lie on both sides of 2, and on it. */
  private static final double[] FORECAST_JOBS = {1.7, 1.8, 1.9, 2, 2, 2.1, 2.2, 2.3};

  /** Means of neighbours lie on both sides of 40, and on it. */
  private static final double[] FORECAST_GPUS = {38.5, 39.3, 39.9, 40, 40, 40.1, 40.7, 41.5};

  private static final String[] MODELS = {
    "ResNet18", "LSTM", "DCGAN", "VGG", "PPO", "NeuMF", "ResNet50", "BERT", "Transformer"
  };

  private final SplittableRandom random;

  private RandomCases(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The case of this seed, packed by {@link OraclePlacer#CONSOLIDATE} or first fit. */
  public static OracleCase of(long seed) {
    return new RandomCases(seed).create();
  }

  private OracleCase create() {
    int gpusPerNode = oneOf(GPUS_PER_NODE);
    int[] usableNodes = IntStream.range(0, 1 + random.nextInt(3)).map(i -> usable()).toArray();
    ProfilerDescription profiler = profiler(gpusPerNode, usableNodes.length);
    List<VirtualCluster> clusters = clusters(usableNodes, profiler);
    long start = startSecond();
    Profiles profiles = profiles();
    Trace trace = trace(clusters, usableNodes, gpusPerNode, start, profiles);
    return new OracleCase(
        new ClusterDescription(clusters, gpusPerNode, 96, GPU_MEMORY_MIB),
        trace,
        start,
        estimates(trace),
        forecast(start),
        profiles,
        profiler,
        chance(0.25) ? OraclePlacer.RANDOM : OraclePlacer.CONSOLIDATE,
        OracleReading.SPECIFICATION);
  }

  /** Divisible by 100, but not always by 60. */
  private long startSecond() {
    return 100L * random.nextInt(200_000);
  }

  private int usable() {
    return chance(0.2) ? 3 + random.nextInt(4) : 1 + random.nextInt(3);
  }

  private ProfilerDescription profiler(int gpusPerNode, int clusters) {
    String lender = name(random.nextInt(clusters));
    List<String> takenFrom = new ArrayList<>(List.of(name(random.nextInt(clusters))));
    if (clusters > 1 && chance(0.5)) {
      takenFrom.add(name(random.nextInt(clusters)));
    }
    return new ProfilerDescription(
        1 + random.nextInt(2),
        chance(0.7) ? 200 : 10 * (1 + random.nextInt(30)),
        1 + random.nextInt(gpusPerNode),
        takenFrom.stream().distinct().toList(),
        chance(0.9) ? lender : null,
        chance(0.95) ? 1 : 0);
  }

  private static String name(int virtualCluster) {
    return "vc" + (char) ('A' + virtualCluster);
  }

  /** Enough nodes that the usable ones remain whatever the profiler takes and borrows. */
  private List<VirtualCluster> clusters(int[] usableNodes, ProfilerDescription profiler) {
    List<VirtualCluster> clusters = new ArrayList<>();
    for (int i = 0; i < usableNodes.length; i++) {
      String name = name(i);
      int borrowed = name.equals(profiler.lender()) ? 1 : 0;
      int taken = profiler.takenFrom().contains(name) ? profiler.nodeCount() : 0;
      clusters.add(new VirtualCluster(name, usableNodes[i] + borrowed + taken));
    }
    return clusters;
  }

  private Trace trace(
      List<VirtualCluster> clusters,
      int[] usableNodes,
      int gpusPerNode,
      long start,
      Profiles profiles) {
    List<Trace.Job> jobs = new ArrayList<>();
    int bursts = 1 + random.nextInt(8);
    for (int burst = 0; burst < bursts; burst++) {
      long second = start + submission();
      boolean tiny = chance(0.4);
      int size = tiny ? 10 + random.nextInt(40) : 1 + random.nextInt(12);
      for (int i = 0; i < size; i++) {
        int vc = random.nextInt(clusters.size());
        int fitting = usableNodes[vc] * gpusPerNode;
        int gpus = tiny ? 1 + random.nextInt(2) : gpuCount();
        long submit = second + (chance(0.7) ? 0 : random.nextInt(tiny ? 20 : 200));
        jobs.add(job(clusters.get(vc).name(), Math.min(gpus, fitting), submit, profiles));
      }
    }
    jobs.sort(Comparator.comparingLong(Trace.Job::submitSeconds));
    return numbered(jobs);
  }

  private int submission() {
    return chance(0.2) ? 0 : chance(0.5) ? 10 * random.nextInt(200) : random.nextInt(4000);
  }

  private int gpuCount() {
    return chance(0.75) ? oneOf(SMALL_GPU_COUNTS) : oneOf(LARGE_GPU_COUNTS);
  }

  private Trace.Job job(String virtualCluster, int gpus, long submit, Profiles profiles) {
    List<Profiles.SingleProfile> singles = profiles.singles();
    return new Trace.Job(
        0,
        "user" + random.nextInt(3),
        virtualCluster,
        "",
        gpus,
        gpus,
        "COMPLETED",
        submit,
        duration(),
        singles.get(random.nextInt(singles.size())).profile());
  }

  private long duration() {
    double kind = random.nextDouble();
    if (kind < 0.7) {
      return oneOf(DURATIONS);
    }
    return 1 + random.nextInt(kind < 0.97 ? 1500 : 20_000);
  }

  private static Trace numbered(List<Trace.Job> jobs) {
    Trace.Builder builder = new Trace.Builder();
    for (Trace.Job job : jobs) {
      builder.add(
          new Trace.Job(
              1000 + builder.size(),
              job.user(),
              job.virtualCluster(),
              job.name(),
              job.gpuCount(),
              job.cpuCount(),
              job.state(),
              job.submitSeconds(),
              job.durationSeconds(),
              job.profile()));
    }
    return builder.build();
  }

  /** Few distinct values in most cases, so that priorities tie; else close to the truth. */
  private Estimates estimates(Trace trace) {
    boolean coarse = chance(0.6);
    double[] seconds = new double[trace.size()];
    for (int row = 0; row < seconds.length; row++) {
      seconds[row] =
          coarse
              ? oneOf(ESTIMATES)
              : Math.rint(trace.durationSeconds(row) * (0.5 + random.nextDouble()));
    }
    return new Estimates("random", seconds);
  }

  /** None, one that ends within the run, or one that outlasts most runs. */
  private Forecast forecast(long start) {
    int rows = chance(0.1) ? 0 : chance(0.5) ? 1 + random.nextInt(15) : 100;
    long first = start - SLOT_SECONDS * random.nextInt(3) + (chance(0.5) ? 0 : 50);
    double loadOfJobs = chance(0.6) ? 1 : 0.5 + random.nextDouble();
    double loadOfGpus = chance(0.6) ? 1 : 0.5 + random.nextDouble();
    return new Forecast(
        IntStream.range(0, rows).mapToLong(i -> first + (long) i * SLOT_SECONDS).toArray(),
        IntStream.range(0, rows).mapToDouble(i -> loadOfJobs * oneOf(FORECAST_JOBS)).toArray(),
        IntStream.range(0, rows).mapToDouble(i -> loadOfGpus * oneOf(FORECAST_GPUS)).toArray());
  }

  private Profiles profiles() {
    List<Profiles.SingleProfile> singles = new ArrayList<>();
    for (int i = 0; i < 3 + random.nextInt(4); i++) {
      Workload workload =
          new Workload(MODELS[random.nextInt(MODELS.length)], "data", 1 << i, chance(0.5));
      WorkloadProfile profile = new WorkloadProfile(workload, 100, 50, 25, oneOf(MEMORIES_MIB));
      singles.add(new Profiles.SingleProfile(profile, chance(0.5) ? 0 : random.nextInt(3)));
    }
    return new Profiles(singles, pairs(singles));
  }

  /** Every pair in one order or in both, a workload with itself included. */
  private List<PairProfile> pairs(List<Profiles.SingleProfile> singles) {
    List<PairProfile> pairs = new ArrayList<>();
    for (int i = 0; i < singles.size(); i++) {
      for (int j = 0; j <= i; j++) {
        boolean swapped = chance(0.5);
        Workload a = singles.get(swapped ? i : j).profile().workload();
        Workload b = singles.get(swapped ? j : i).profile().workload();
        pairs.add(pair(a, b));
        if (i != j && chance(0.2)) {
          pairs.add(pair(b, a));
        }
      }
    }
    return pairs;
  }

  private PairProfile pair(Workload first, Workload second) {
    return new PairProfile(first, second, oneOf(RATES), oneOf(RATES), 80, 40, 9000);
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private int oneOf(int[] values) {
    return values[random.nextInt(values.length)];
  }

  private double oneOf(double[] values) {
    return values[random.nextInt(values.length)];
  }
}
