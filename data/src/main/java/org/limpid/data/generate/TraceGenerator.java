package org.limpid.data.generate;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ProfilerChoice;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetWriter;
import org.limpid.files.AtomicFiles;

/**
 * Writes a synthetic data set: jobs of a cluster with its users, virtual clusters, workloads,
 * profiles, forecasts and estimates. The model is described in {@code docs/generator.md}.
 *
 * <p>Equal options give equal bytes, on every machine, in every locale and time zone. (Compressed
 * bytes depend on the JDK's zlib, not on the time.) Memory does not grow with the number of jobs as
 * such: it holds the users and their tasks, one hour of submissions, the jobs that would be
 * running, and a few numbers per ten minutes.
 *
 * <p>One call runs in the calling thread; several calls may run at once.
 */
public final class TraceGenerator {
  /** First simulated day, a Tuesday as in Venus; history lies before it. */
  private static final LocalDate START = LocalDate.of(2026, 9, 1);

  /** Days without submissions at the end of the series, in which the last jobs end. */
  private static final int TAIL_DAYS = 2;

  private static final double SECONDS_PER_DAY = 86_400;

  private final LongConsumer progress;
  private final LocalDate origin;
  private final GeneratorOptions options;
  private final ClusterModel clusters;
  private final ArrivalProcess arrivals;
  private final SessionProcess sessions;
  private final SlotCounts throughput;
  private final CausalEstimator lucid = new TaskHistoryEstimator();
  private final CausalEstimator qssf = new RollingMeanEstimator();
  private final CausalHistory history = new CausalHistory(lucid, qssf);
  private final Optional<ElasticOptions> elastic;
  private final Optional<ElasticRule> rule;
  private final Optional<ResourceRule> resources;
  private long written;

  private TraceGenerator(
      GeneratorOptions options,
      Optional<ElasticOptions> elastic,
      boolean withResources,
      LongConsumer progress) {
    this.options = options;
    this.progress = progress;
    this.elastic = elastic;
    origin = START.minusDays(options.historyDays());
    clusters = ClusterModel.of(options);
    rule = elastic.map(chosen -> new ElasticRule(clusters.description(), chosen));
    resources =
        withResources
            ? Optional.of(new ResourceRule(clusters.description(), options.seed()))
            : Optional.empty();
    UserPopulation users =
        new UserPopulation(
            clusters, options.userCount(clusters.size()), random(RandomStream.Purpose.USERS));
    LoadControl load =
        new LoadControl(clusters, users, options.jobs() / (options.days() * SECONDS_PER_DAY));
    sessions =
        new SessionProcess(
            users,
            load,
            new DurationModel(random(RandomStream.Purpose.DURATIONS)),
            random(RandomStream.Purpose.SESSIONS));
    arrivals = new ArrivalProcess(options, origin, random(RandomStream.Purpose.ARRIVALS));
    throughput = SlotCounts.ofDays(options.historyDays() + options.days() + TAIL_DAYS);
  }

  private RandomStream random(RandomStream.Purpose purpose) {
    return new RandomStream(options.seed(), purpose);
  }

  /**
   * Generates a data set; it is there in full or not at all.
   *
   * @param overwrite whether an older data set at the target may be replaced
   * @param progress told the number of jobs written so far, after each simulated hour
   * @throws org.limpid.files.DataException when something is in the way or can't be written
   * @throws InterruptedException when the thread is interrupted
   */
  public static void generate(
      GeneratorOptions options, Path target, boolean overwrite, LongConsumer progress)
      throws InterruptedException {
    generate(options, Optional.empty(), target, overwrite, progress);
  }

  /**
   * The same with deadlines and scaling curves, see {@link ElasticRule}; nothing else changes.
   *
   * @param elastic how jobs get deadlines; empty: not at all
   */
  public static void generate(
      GeneratorOptions options,
      Optional<ElasticOptions> elastic,
      Path target,
      boolean overwrite,
      LongConsumer progress)
      throws InterruptedException {
    generate(options, elastic, false, target, overwrite, progress);
  }

  /**
   * The same with what models gain by CPUs and memory, see {@link ResourceRule}, and nodes whose
   * memory is known; nothing else changes.
   *
   * @param withResources whether the data set tells of them
   */
  public static void generate(
      GeneratorOptions options,
      Optional<ElasticOptions> elastic,
      boolean withResources,
      Path target,
      boolean overwrite,
      LongConsumer progress)
      throws InterruptedException {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(progress, "progress");
    TraceGenerator generator = new TraceGenerator(options, elastic, withResources, progress);
    try (DatasetWriter writer = DatasetWriter.create(target, generator.description(), overwrite)) {
      generator.write(writer);
      writer.commit();
    } catch (UncheckedIOException e) {
      throw AtomicFiles.cannotWrite(target, e.getCause());
    }
  }

  private DatasetDescription description() {
    DatasetDescription rigid = rigidDescription();
    DatasetDescription timed = elastic.isEmpty() ? rigid : rigid.withScaling();
    return resources.isEmpty() ? timed : timed.withSensitivity();
  }

  private ClusterDescription cluster() {
    ClusterDescription plain = clusters.description();
    return resources.isEmpty() ? plain : ResourceRule.withMemory(plain);
  }

  private DatasetDescription rigidDescription() {
    Map<String, String> estimates = new LinkedHashMap<>();
    estimates.put(JobFiles.LUCID, "estimate_lucid.csv");
    estimates.put(JobFiles.QSSF, "estimate_qssf.csv");
    long startSeconds = Duration.ofDays(options.historyDays()).toSeconds();
    ClusterDescription cluster = cluster();
    return DatasetDescription.withUsualFiles(
        "generated-" + options.jobs() + "-jobs-seed-" + options.seed(),
        "Synthetic trace: "
            + (options.jobs() + " jobs in " + options.days() + " days, seed " + options.seed())
            + (options.load() == GeneratorOptions.DEFAULT_LOAD ? "" : ", load " + options.load())
            + elastic.map(chosen -> "; " + chosen.title()).orElse("")
            + (resources.isEmpty() ? "" : "; CPUs and memory"),
        new DatasetDescription.Time(origin.atStartOfDay(), startSeconds),
        cluster,
        new DatasetDescription.Throughput(
            Optional.of("throughput.csv"), Optional.of("forecast.csv")),
        estimates,
        // No job needs a whole virtual cluster, see ClusterModel.maxGpuCount.
        ProfilerChoice.of(cluster, name -> 0).orElse(null));
  }

  private void write(DatasetWriter writer) throws InterruptedException {
    try (JobFiles files = new JobFiles(clusters, rule, resources, writer)) {
      generateJobs(files);
    }
    writer.virtualClusters(cluster().virtualClusters());
    writer.profiles(WorkloadModel.profiles());
    rule.ifPresent(each -> writer.scaling(each.curves()));
    resources.ifPresent(each -> writer.sensitivity(each.profiles()));
    LoadFiles load = new LoadFiles(throughput, origin);
    load.writeSeries(writer);
    load.writeForecast(writer, options.historyDays() * SlotCounts.SLOTS_PER_DAY);
  }

  private void generateJobs(JobFiles files) throws InterruptedException {
    for (int hour = 0; hour < arrivals.hours(); hour++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("generating stopped after " + written + " jobs");
      }
      generateHour(hour, files);
    }
  }

  private void generateHour(int hour, JobFiles files) {
    for (Submission job : sessions.hour(hour, arrivals.jobs(hour))) {
      history.advanceTo(job.seconds());
      if (hour >= arrivals.historyHours()) {
        files.write(++written, job, lucid.seconds(job), qssf.seconds(job));
      }
      history.submitted(job);
      throughput.add(job);
    }
    if (hour >= arrivals.historyHours()) {
      progress.accept(written);
    }
  }
}
