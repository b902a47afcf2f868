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
import org.limpid.data.PairSpeeds;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.profiler.oracle.LimpidChoices.Sizes;
import org.limpid.simulation.policy.limpid.LimpidSettings.Belief;
import org.limpid.simulation.policy.sharing.PairRates.Source;

/**
 * Small crowded cases for {@code limpid}, full of ties: few durations, estimates and workloads,
 * bursts in one second, memory to the last MiB, rates on both sides of 1.
 *
 * <p>Every case can be finished: each job fits its virtual cluster even without the nodes that the
 * profiler takes and borrows. The same seed gives the same case.
 */
public final class LimpidCases {
  private static final int GPU_MEMORY_MIB = 24_576;
  private static final int SLOT_SECONDS = 600;
  private static final int[] GPUS_PER_NODE = {2, 4, 4, 8, 8};
  private static final int[] TIME_LIMITS = {1, 30, 60, 100, 100, 100, 200};
  private static final int[] DURATIONS = {
    1, 5, 30, 60, 100, 100, 101, 150, 200, 200, 300, 300, 500, 700, 1000, 1500
  };
  private static final int[] ESTIMATES = {
    0, 1, 10, 30, 50, 60, 80, 100, 120, 150, 200, 300, 500, 1000
  };
  private static final int[] SLOWDOWNS_PERCENT = {10, 20, 90};
  private static final int[] SCORES = {0, 0, 0, 0, 1, 1, 2};

  /** Two of the middle ones fill the memory of a GPU exactly, or to one MiB. */
  private static final int[] MEMORIES_MIB = {
    2000, 4000, 4000, 8000, 12_287, 12_288, 12_289, 20_162
  };

  private static final double[] RATES = {
    0.1, 0.3, 0.5, 0.55, 0.611, 0.7, 0.789, 0.9, 0.983, 0.999, 1, 1, 1, 1.001, 1.034, 1.3, 1.498
  };

  private static final double[] FORECAST_GPUS = {3, 9, 10, 11, 19, 20, 21, 39, 40, 41};

  private static final String[] MODELS = {
    "ResNet18", "LSTM", "DCGAN", "VGG", "PPO", "NeuMF", "BERT", "MobileNet", "PointNet"
  };

  private final SplittableRandom random;

  private LimpidCases(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The case of this seed. */
  public static LimpidCase of(long seed) {
    return new LimpidCases(seed).create();
  }

  private LimpidCase create() {
    int gpusPerNode = oneOf(GPUS_PER_NODE);
    int[] usableNodes = IntStream.range(0, 1 + random.nextInt(3)).map(i -> usable()).toArray();
    LimpidChoices choices = choices();
    ProfilerDescription profiler = profiler(gpusPerNode, usableNodes.length);
    List<VirtualCluster> clusters = clusters(usableNodes, profiler, choices.profilerNodes());
    long start = 100L * random.nextInt(1000);
    List<Profiles.SingleProfile> singles = singles();
    Trace trace = trace(clusters, usableNodes, gpusPerNode, start, singles);
    return new LimpidCase(
        new ClusterDescription(clusters, gpusPerNode, 96, GPU_MEMORY_MIB),
        trace,
        start,
        estimates(trace),
        forecast(start),
        new Profiles(singles, pairs(singles)),
        predicted(singles),
        profiler,
        choices);
  }

  /**
   * One larger virtual cluster in which hundreds of jobs wait, so that queues are longer than the
   * blocks in which the engine keeps them.
   */
  public static LimpidCase crowded(long seed) {
    return new LimpidCases(seed).createCrowded();
  }

  private LimpidCase createCrowded() {
    LimpidCase small = create();
    int gpusPerNode = small.gpusPerNode();
    String vc = name(0);
    List<VirtualCluster> clusters = List.of(new VirtualCluster(vc, 20));
    List<Trace.Job> jobs = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      long submit = small.startSecond() + random.nextInt(1000);
      Profiles.SingleProfile single =
          small.profiles().singles().get(random.nextInt(small.profiles().singles().size()));
      jobs.add(job(vc, gpuCount(gpusPerNode), submit, single.profile()));
    }
    Trace trace = numbered(jobs);
    return new LimpidCase(
        new ClusterDescription(clusters, gpusPerNode, 96, GPU_MEMORY_MIB),
        trace,
        small.startSecond(),
        estimates(trace),
        small.forecast(),
        small.profiles(),
        small.predicted(),
        new ProfilerDescription(1, 200, small.profiler().gpuFactor(), List.of(vc), vc, 1),
        small.choices());
  }

  private int usable() {
    return 1 + random.nextInt(chance(0.3) ? 6 : 3);
  }

  private LimpidChoices choices() {
    return new LimpidChoices(
        random.nextInt(3),
        oneOf(TIME_LIMITS),
        random.nextInt(4),
        chance(0.7) ? 4 : random.nextInt(3),
        chance(0.7) ? 2 : random.nextInt(5),
        chance(0.8) ? 0 : oneOf(MEMORIES_MIB),
        chance(0.6) ? Sizes.ANY : Sizes.values()[random.nextInt(Sizes.values().length)],
        chance(0.7) ? Source.MEASURED : Source.values()[random.nextInt(Source.values().length)],
        chance(0.7) ? Belief.PAIR : Belief.values()[random.nextInt(Belief.values().length)],
        chance(0.8) ? 0 : oneOf(SLOWDOWNS_PERCENT),
        chance(0.7) ? 10 : random.nextInt(150),
        chance(0.7) ? 1 : random.nextInt(2000),
        chance(0.8) ? 0 : 1,
        chance(0.8));
  }

  private ProfilerDescription profiler(int gpusPerNode, int clusters) {
    List<String> takenFrom = new ArrayList<>(List.of(name(random.nextInt(clusters))));
    if (clusters > 1 && chance(0.5)) {
      takenFrom.add(name(random.nextInt(clusters)));
    }
    return new ProfilerDescription(
        1,
        200,
        1 + random.nextInt(gpusPerNode),
        takenFrom.stream().distinct().toList(),
        chance(0.9) ? name(random.nextInt(clusters)) : null,
        chance(0.95) ? 1 : 0);
  }

  private static String name(int virtualCluster) {
    return "vc" + (char) ('A' + virtualCluster);
  }

  /** Enough nodes that the usable ones remain whatever the profiler takes and borrows. */
  private static List<VirtualCluster> clusters(
      int[] usableNodes, ProfilerDescription profiler, int profilerNodes) {
    List<VirtualCluster> clusters = new ArrayList<>();
    for (int i = 0; i < usableNodes.length; i++) {
      String name = name(i);
      int borrowed = name.equals(profiler.lender()) ? 1 : 0;
      int taken = profiler.takenFrom().contains(name) ? profilerNodes : 0;
      clusters.add(new VirtualCluster(name, usableNodes[i] + borrowed + taken));
    }
    return clusters;
  }

  private Trace trace(
      List<VirtualCluster> clusters,
      int[] usableNodes,
      int gpusPerNode,
      long start,
      List<Profiles.SingleProfile> singles) {
    List<Trace.Job> jobs = new ArrayList<>();
    int bursts = 1 + random.nextInt(6);
    for (int burst = 0; burst < bursts; burst++) {
      long second = start + (chance(0.2) ? 0 : random.nextInt(chance(0.5) ? 300 : 1500));
      boolean tiny = chance(0.2);
      int size = tiny ? 10 + random.nextInt(30) : 1 + random.nextInt(15);
      for (int i = 0; i < size; i++) {
        int vc = random.nextInt(clusters.size());
        int gpus = tiny ? 1 : Math.min(gpuCount(gpusPerNode), usableNodes[vc] * gpusPerNode);
        long submit = second + (chance(0.6) ? 0 : random.nextInt(150));
        Profiles.SingleProfile single = singles.get(random.nextInt(singles.size()));
        jobs.add(job(clusters.get(vc).name(), gpus, submit, single.profile()));
      }
    }
    return numbered(jobs);
  }

  /** A third on one GPU, a third on up to a node, a third on up to four nodes. */
  private int gpuCount(int gpusPerNode) {
    return switch (random.nextInt(3)) {
      case 0 -> 1;
      case 1 -> 1 + random.nextInt(gpusPerNode);
      default ->
          chance(0.5) ? gpusPerNode * (1 + random.nextInt(4)) : 1 + random.nextInt(4 * gpusPerNode);
    };
  }

  private Trace.Job job(String vc, int gpus, long submit, WorkloadProfile profile) {
    long duration = chance(0.8) ? oneOf(DURATIONS) : 1 + random.nextInt(2000);
    return new Trace.Job(0, "user", vc, "", gpus, gpus, "COMPLETED", submit, duration, profile);
  }

  private static Trace numbered(List<Trace.Job> jobs) {
    jobs.sort(Comparator.comparingLong(Trace.Job::submitSeconds));
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

  /** Few distinct values, or near the truth, or the truth. */
  private Estimates estimates(Trace trace) {
    int kind = random.nextInt(3);
    double[] seconds = new double[trace.size()];
    for (int row = 0; row < seconds.length; row++) {
      double truth = trace.durationSeconds(row);
      seconds[row] =
          switch (kind) {
            case 0 -> oneOf(ESTIMATES);
            case 1 -> truth * (0.3 + 1.5 * random.nextDouble());
            default -> truth;
          };
    }
    return new Estimates("random", seconds);
  }

  /** One that is used up at once, ends within the run, or outlasts most runs. */
  private Forecast forecast(long start) {
    int rows = 1 + random.nextInt(chance(0.2) ? 1 : 12);
    return new Forecast(
        IntStream.range(0, rows).mapToLong(i -> start + (long) i * SLOT_SECONDS).toArray(),
        IntStream.range(0, rows).mapToDouble(i -> 2).toArray(),
        IntStream.range(0, rows).mapToDouble(i -> oneOf(FORECAST_GPUS)).toArray());
  }

  private List<Profiles.SingleProfile> singles() {
    List<Profiles.SingleProfile> singles = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      Workload workload =
          new Workload(MODELS[random.nextInt(MODELS.length)], "data", 1 << i, chance(0.5));
      WorkloadProfile profile = new WorkloadProfile(workload, 100, 50, 25, oneOf(MEMORIES_MIB));
      singles.add(new Profiles.SingleProfile(profile, oneOf(SCORES)));
    }
    return singles;
  }

  /** Most pairs in one order or in both, a workload with itself included. */
  private List<PairProfile> pairs(List<Profiles.SingleProfile> singles) {
    List<PairProfile> pairs = new ArrayList<>();
    for (Profiles.SingleProfile one : singles) {
      for (Profiles.SingleProfile other : singles) {
        if (chance(0.5)) {
          pairs.add(
              new PairProfile(
                  one.profile().workload(),
                  other.profile().workload(),
                  oneOf(RATES),
                  oneOf(RATES),
                  80,
                  40,
                  9000));
        }
      }
    }
    return pairs;
  }

  private PairSpeeds predicted(List<Profiles.SingleProfile> singles) {
    if (chance(0.6)) {
      return PairSpeeds.EMPTY;
    }
    double[][] rates = new double[singles.size()][singles.size()];
    for (double[] row : rates) {
      for (int i = 0; i < row.length; i++) {
        row[i] = chance(0.2) ? Double.NaN : oneOf(RATES);
      }
    }
    return new PairSpeeds(
            singles.stream().map(single -> single.profile().workload()).toList(), rates)
        .withError(chance(0.3) ? Double.NaN : random.nextDouble());
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
