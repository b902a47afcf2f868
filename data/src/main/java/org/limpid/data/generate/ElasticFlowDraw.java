package org.limpid.data.generate;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;

/**
 * The trace generator of ElasticFlow's artifact (ASPLOS 2023): jobs of 14 models and batch sizes
 * with exponential gaps between them, log-uniform durations, and deadlines in proportion to them.
 * It draws what Python draws there, number by number, so that the same seeds give the same jobs.
 *
 * <p>GPU counts, gaps, durations and workloads have a stream each, seeded with the seed plus 3, 1,
 * 2 and 0; deadlines and best effort share one more, which the artifact doesn't seed.
 */
public final class ElasticFlowDraw {
  /** Model and global batch size, each as likely as the others. */
  private static final List<String> WORKLOADS =
      List.of(
          "resnet50/64",
          "resnet50/128",
          "resnet50/256",
          "vgg16/64",
          "vgg16/128",
          "vgg16/256",
          "inception3/64",
          "inception3/128",
          "gpt2/128",
          "gpt2/256",
          "bert/128",
          "bert/64",
          "deepspeech2/64",
          "deepspeech2/32");

  /** Those that jobs ask for. */
  private static final List<Integer> GPU_COUNTS = List.of(1, 2, 4, 8, 16);

  private static final double SECONDS_PER_MINUTE = 60;

  /** Share of the jobs of at most 10^2.5 minutes. */
  private static final double SHORT_SHARE = 0.8;

  private final ScalingCurves curves;
  private final Options options;
  private final PythonRandom workloads;
  private final PythonRandom gaps;
  private final PythonRandom durations;
  private final PythonRandom gpuCounts;
  private final PythonRandom deadlines;

  /**
   * What is drawn.
   *
   * @param jobs how many, at least 1
   * @param meanGapSeconds mean time between submissions, above 0
   * @param leastDeadline shortest time to the deadline, in durations, above 0
   * @param mostDeadline longest time to the deadline, in durations, at least the shortest
   * @param bestEffortShare share of the jobs without a deadline, 0..1
   * @param seed of the jobs, at least 0
   * @param deadlineSeed of deadlines and best effort, at least 0
   */
  public record Options(
      int jobs,
      double meanGapSeconds,
      double leastDeadline,
      double mostDeadline,
      double bestEffortShare,
      long seed,
      long deadlineSeed) {
    private static final int MOST_JOBS = 10_000_000;
    private static final double MOST_GAP_SECONDS = 1e6;
    private static final double MOST_DURATIONS = 1e4;

    /** Seeds are added to. */
    private static final long MOST_SEED = Long.MAX_VALUE - 3;

    public Options {
      List<String> problems = new ArrayList<>();
      require(jobs >= 1 && jobs <= MOST_JOBS, "jobs must be 1..10,000,000", jobs, problems);
      require(
          meanGapSeconds > 0 && meanGapSeconds <= MOST_GAP_SECONDS,
          "mean-gap must be above 0 and at most 1,000,000 s",
          meanGapSeconds,
          problems);
      require(
          leastDeadline > 0 && leastDeadline <= mostDeadline,
          "min-deadline must be above 0 and at most max-deadline",
          leastDeadline,
          problems);
      require(
          mostDeadline <= MOST_DURATIONS,
          "max-deadline must be at most 10,000",
          mostDeadline,
          problems);
      require(
          bestEffortShare >= 0 && bestEffortShare <= 1,
          "best-effort must be 0..1",
          bestEffortShare,
          problems);
      require(seed >= 0 && seed <= MOST_SEED, "seed must be at least 0", seed, problems);
      require(deadlineSeed >= 0, "deadline-seed must be at least 0", deadlineSeed, problems);
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(String.join("\n", problems));
      }
    }

    private static void require(
        boolean holds, String message, Object found, List<String> problems) {
      if (!holds) {
        problems.add(message + ", found " + found);
      }
    }
  }

  /**
   * A job, with numbers as whole as in the files of the artifact.
   *
   * @param curve the scaling curve of its model and batch size
   * @param deadlineSeconds drawn for best-effort jobs, too
   */
  public record Job(
      ScalingCurve curve,
      int gpuCount,
      long submitSeconds,
      long durationSeconds,
      long iterations,
      long deadlineSeconds,
      boolean isBestEffort) {}

  private ElasticFlowDraw(ScalingCurves curves, Options options) {
    this.curves = curves;
    this.options = options;
    workloads = new PythonRandom(options.seed());
    gaps = new PythonRandom(options.seed() + 1);
    durations = new PythonRandom(options.seed() + 2);
    gpuCounts = new PythonRandom(options.seed() + 3);
    deadlines = new PythonRandom(options.deadlineSeed());
  }

  /** Workloads without a curve, or with one that lacks a GPU count of the draw. */
  public static List<String> lacks(ScalingCurves curves) {
    return WORKLOADS.stream()
        .filter(name -> curves.find(name).filter(ElasticFlowDraw::runs).isEmpty())
        .toList();
  }

  private static boolean runs(ScalingCurve curve) {
    return GPU_COUNTS.stream().allMatch(curve::runsOn);
  }

  /**
   * Draws jobs in the order of their submission.
   *
   * @param curves with one for each of the 14 workloads, see {@link #lacks}
   */
  public static List<Job> jobs(ScalingCurves curves, Options options) {
    ElasticFlowDraw draw = new ElasticFlowDraw(curves, options);
    List<Job> jobs = new ArrayList<>();
    double submit = 0;
    for (int job = 0; job < options.jobs(); job++) {
      int gpus = draw.gpus();
      ScalingCurve curve = draw.curve();
      double duration = draw.duration();
      submit += job == 0 ? 0 : draw.gap();
      jobs.add(draw.job(curve, gpus, submit, duration));
    }
    return jobs;
  }

  private Job job(ScalingCurve curve, int gpus, double submit, double duration) {
    double iterations = duration * curve.throughputOn(gpus);
    double allowed = deadlines.uniform(options.leastDeadline(), options.mostDeadline()) * duration;
    double deadline = submit + (long) allowed;
    boolean isBestEffort = deadlines.uniform(0, 1) < options.bestEffortShare();
    return new Job(
        curve,
        gpus,
        (long) submit,
        (long) duration,
        (long) iterations,
        (long) deadline,
        isBestEffort);
  }

  private int gpus() {
    double drawn = gpuCounts.uniform(0, 1);
    if (drawn < 0.83) {
      return 1;
    }
    if (drawn <= 0.86) {
      return 2;
    }
    return drawn <= 0.89 ? 4 : drawn <= 0.99 ? 8 : 16;
  }

  private ScalingCurve curve() {
    return curves.find(WORKLOADS.get(workloads.below(WORKLOADS.size()))).orElseThrow();
  }

  /** Minutes are log-uniform from 10 to 10^2.5, and of the longer jobs to 10^4. */
  private double duration() {
    boolean isLong = durations.next() >= SHORT_SHARE;
    double power = isLong ? durations.uniform(2.5, 4) : durations.uniform(1, 2.5);
    return SECONDS_PER_MINUTE * StrictMath.pow(10, power);
  }

  private double gap() {
    return -StrictMath.log(1 - gaps.next()) * options.meanGapSeconds();
  }
}
