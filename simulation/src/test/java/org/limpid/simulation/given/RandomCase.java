package org.limpid.simulation.given;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.policy.PolicyInputs;

/**
 * Inputs that every policy can run on, drawn from a seed: a few virtual clusters that are busy now
 * and then, estimates that are roughly right, pairs that slow each other down, an outcome of
 * profiling with loans that is made up, and for most jobs scaling curves and deadlines, some of
 * which can't be kept.
 *
 * <p>Jobs fit their virtual cluster even while it lends a node.
 */
public final class RandomCase {
  /** Speed of the fastest job of a pair. */
  public static final double FASTEST = 1.3;

  private static final int SLOT_SECONDS = 600;
  private static final int TIME_LIMIT_SECONDS = 200;
  private static final List<String> MODELS = List.of("LSTM", "VGG", "PPO", "ResNet18");
  private static final String LENDER = "vc0";

  private final SplittableRandom random;
  private final SplittableRandom ofElastic;
  private final boolean oneGpuEach;
  private final int scale;
  private final int gpusPerNode;
  private final int[] nodes;
  private final Profiles profiles;

  private RandomCase(long seed, boolean oneGpuEach, int scale) {
    random = new SplittableRandom(seed);
    ofElastic = new SplittableRandom(seed + 1_000_003);
    this.oneGpuEach = oneGpuEach;
    this.scale = scale;
    gpusPerNode = 1 << 1 + random.nextInt(3);
    nodes =
        IntStream.range(0, 1 + random.nextInt(3))
            .map(i -> scale * (1 + random.nextInt(4)))
            .toArray();
    profiles = profiles();
  }

  /**
   * How many cases a test tries: so many times {@code -Dlimpid.random.cases=N}, which is 1 in
   * {@code mvn verify} and more in CI.
   */
  public static int count(int usual) {
    return usual * Integer.getInteger("limpid.random.cases", 1);
  }

  /** The inputs of this seed. */
  public static PolicyInputs of(long seed) {
    return new RandomCase(seed, false, 1).inputs();
  }

  /** The inputs of this seed when every job asks for one GPU. */
  public static PolicyInputs ofOneGpuEach(long seed) {
    return new RandomCase(seed, true, 1).inputs();
  }

  /** The inputs of this seed with so many times as many nodes and jobs. */
  public static PolicyInputs large(long seed, int scale) {
    return new RandomCase(seed, false, scale).inputs();
  }

  private PolicyInputs inputs() {
    long start = 100L * random.nextInt(100);
    ScalingCurves curves = curves();
    Trace trace = elastic(trace(start), curves);
    return PolicyInputs.of(cluster(), trace, start)
        .withScaling(curves)
        .withEstimates(estimates(trace))
        .withForecast(forecast(start))
        .withProfiles(profiles)
        .withProfiling(profiling(trace, start).outcome(trace, LENDER));
  }

  private ClusterDescription cluster() {
    List<VirtualCluster> clusters = new ArrayList<>();
    for (int i = 0; i < nodes.length; i++) {
      clusters.add(new VirtualCluster("vc" + i, i == 0 ? nodes[i] + 1 : nodes[i]));
    }
    return new ClusterDescription(clusters, gpusPerNode, 96, Given.GPU_MEMORY_MIB);
  }

  private Trace trace(long start) {
    List<Trace.Job> jobs = new ArrayList<>();
    int bursts = scale * (1 + random.nextInt(5));
    for (int burst = 0; burst < bursts; burst++) {
      long second = start + random.nextInt(3000);
      for (int i = 0; i < 1 + random.nextInt(25); i++) {
        jobs.add(job(second + random.nextInt(3) * random.nextInt(60)));
      }
    }
    jobs.sort(Comparator.comparingLong(Trace.Job::submitSeconds));
    Trace.Builder trace = new Trace.Builder();
    jobs.forEach(job -> trace.add(withId(job, trace.size())));
    return trace.build();
  }

  private Trace.Job job(long second) {
    int place = random.nextInt(nodes.length);
    int capacity = nodes[place] * gpusPerNode;
    int limit = random.nextInt(4) == 0 ? capacity : Math.min(capacity, gpusPerNode);
    int gpus = oneGpuEach ? 1 : 1 + random.nextInt(limit);
    long duration = 1 + random.nextInt(random.nextBoolean() ? 60 : 3000);
    List<Profiles.SingleProfile> singles = profiles.singles();
    WorkloadProfile profile = singles.get(random.nextInt(singles.size())).profile();
    return new Trace.Job(
        0, "user", "vc" + place, "", gpus, gpus, "COMPLETED", second, duration, profile);
  }

  /** Curves that bend, on the numbers of GPUs from 1 to 8 and some larger ones. */
  private ScalingCurves curves() {
    int[] gpus = {1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 24, 32};
    List<ScalingCurve> curves = new ArrayList<>();
    for (String model : MODELS) {
      double bend = 0.3 * ofElastic.nextDouble();
      double one = 1 + 20 * ofElastic.nextDouble();
      double[] throughput =
          IntStream.of(gpus).mapToDouble(n -> one * n / (1 + bend * (n - 1))).toArray();
      curves.add(ScalingCurve.of(model, 64, 1 << 1 + ofElastic.nextInt(5), gpus, throughput));
    }
    return ScalingCurves.of(curves);
  }

  /** The same jobs, most with a curve and iterations, most with a deadline. */
  private Trace elastic(Trace rigid, ScalingCurves curves) {
    Trace.Builder trace = new Trace.Builder();
    for (int row = 0; row < rigid.size(); row++) {
      Trace.Job job = rigid.job(row);
      ScalingCurve curve = curves.all().get(ofElastic.nextInt(curves.all().size()));
      double throughput = curve.throughputOn(job.gpuCount());
      JobAttributes attributes = JobAttributes.NONE;
      if (row == 0 || throughput > 0 && ofElastic.nextInt(8) > 0) {
        long iterations = Math.max(1, Math.round(job.durationSeconds() * throughput));
        attributes =
            attributes
                .with(JobAttribute.SCALING, curve.name())
                .with(JobAttribute.ITERATIONS, iterations);
      }
      if (row == 0 || ofElastic.nextInt(4) > 0) {
        double stretch = 0.3 + 3 * ofElastic.nextDouble();
        long deadline = job.submitSeconds() + 1 + (long) (job.durationSeconds() * stretch);
        attributes = attributes.with(JobAttribute.DEADLINE, deadline);
      }
      attributes = limited(attributes, row, job.durationSeconds());
      trace.add(job.with(attributes));
    }
    return trace.build();
  }

  /** Most jobs have a time limit, some of which they just reach. */
  private static JobAttributes limited(JobAttributes attributes, int row, long duration) {
    return row % 5 == 4
        ? attributes
        : attributes.with(JobAttribute.TIME_LIMIT, duration + 200L * (row % 5));
  }

  private static Trace.Job withId(Trace.Job job, long id) {
    return new Trace.Job(
        id,
        job.user(),
        job.virtualCluster(),
        job.name(),
        job.gpuCount(),
        job.cpuCount(),
        job.state(),
        job.submitSeconds(),
        job.durationSeconds(),
        job.profile());
  }

  private Estimates estimates(Trace trace) {
    return new Estimates(
        "random",
        IntStream.range(0, trace.size())
            .mapToDouble(row -> trace.durationSeconds(row) * (0.3 + 1.5 * random.nextDouble()))
            .toArray());
  }

  /** Some means are above two jobs per slot, some not, and it may end within the run. */
  private Forecast forecast(long start) {
    int rows = 1 + random.nextInt(20);
    return new Forecast(
        IntStream.range(0, rows).mapToLong(row -> start + (long) row * SLOT_SECONDS).toArray(),
        IntStream.range(0, rows).mapToDouble(row -> 1.5 + random.nextDouble()).toArray(),
        IntStream.range(0, rows).mapToDouble(row -> 100 * random.nextDouble()).toArray());
  }

  private Profiles profiles() {
    List<Profiles.SingleProfile> singles = new ArrayList<>();
    List<PairProfile> pairs = new ArrayList<>();
    for (String model : MODELS) {
      WorkloadProfile profile = Workloads.profile(model, 2000 + random.nextInt(12_000));
      singles.add(Workloads.single(profile, random.nextInt(3)));
      for (String other : MODELS) {
        if (model.compareTo(other) <= 0 && random.nextInt(4) > 0) {
          pairs.add(Workloads.pair(model, other, rate(), rate()));
        }
      }
    }
    return new Profiles(singles, pairs);
  }

  private double rate() {
    return random.nextInt(4) == 0 ? FASTEST : 0.3 + 0.7 * random.nextDouble();
  }

  private ProfilingGiven profiling(Trace trace, long start) {
    ProfilingGiven profiling = new ProfilingGiven();
    for (int row = 0; row < trace.size(); row++) {
      if (trace.gpuCount(row) <= gpusPerNode && random.nextInt(3) > 0) {
        long from = trace.submitSeconds(row) + random.nextInt(100);
        long stay = Math.min(trace.durationSeconds(row), TIME_LIMIT_SECONDS);
        profiling.profiled(row, from, from + stay);
      }
    }
    long second = start;
    for (int loan = 0; loan < random.nextInt(7); loan++) {
      second += 10 * (1 + random.nextInt(80));
      profiling.loan(second, loan % 2 == 0 ? 1 : -1);
    }
    return profiling;
  }
}
