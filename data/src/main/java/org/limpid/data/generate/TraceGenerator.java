package org.limpid.data.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.LongConsumer;

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

  private final Path directory;
  private final LongConsumer progress;
  private final LocalDate origin;
  private final GeneratorOptions options;
  private final ClusterModel clusters;
  private final ArrivalProcess arrivals;
  private final SessionProcess sessions;
  private final ThroughputSeries throughput;
  private final CausalEstimator lucid = new TaskHistoryEstimator();
  private final CausalEstimator qssf = new RollingMeanEstimator();
  private final CausalHistory history = new CausalHistory(lucid, qssf);
  private long written;

  private TraceGenerator(GeneratorOptions options, Path directory, LongConsumer progress) {
    this.options = options;
    this.directory = directory;
    this.progress = progress;
    origin = START.minusDays(options.historyDays());
    clusters = ClusterModel.of(options);
    UserPopulation users =
        new UserPopulation(clusters, options.userCount(clusters.size()), random(Purpose.USERS));
    LoadControl load =
        new LoadControl(clusters, users, options.jobs() / (options.days() * SECONDS_PER_DAY));
    sessions =
        new SessionProcess(
            users, load, new DurationModel(random(Purpose.DURATIONS)), random(Purpose.SESSIONS));
    arrivals = new ArrivalProcess(options, origin, random(Purpose.ARRIVALS));
    throughput = new ThroughputSeries(options.historyDays() + options.days() + TAIL_DAYS);
  }

  private RandomStream random(Purpose purpose) {
    return new RandomStream(options.seed(), purpose);
  }

  /**
   * Generates a data set.
   *
   * @param options what to generate
   * @param directory an existing folder without files of a data set; on failure files may be left
   *     in it, so that callers who want all or nothing pass a temporary one
   * @param progress told the number of jobs written so far, after each simulated hour
   * @throws IOException when a file exists already or can't be written
   * @throws InterruptedException when the thread is interrupted
   */
  public static void generate(GeneratorOptions options, Path directory, LongConsumer progress)
      throws IOException, InterruptedException {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(progress, "progress");
    new TraceGenerator(options, directory, progress).run();
  }

  private void run() throws IOException, InterruptedException {
    try (CsvFile jobs = JobFiles.openJobs(directory);
        CsvFile lucidFile = JobFiles.openEstimates(directory, JobFiles.ESTIMATE_LUCID);
        CsvFile qssfFile = JobFiles.openEstimates(directory, JobFiles.ESTIMATE_QSSF)) {
      generateJobs(new JobFiles(clusters, jobs, lucidFile, qssfFile));
    }
    TableFiles tables = new TableFiles(directory);
    tables.writeClusters(clusters.description());
    tables.writeProfiles(WorkloadModel.profiles());
    tables.writeThroughput(throughput, origin);
    tables.writeForecast(
        throughput, origin, options.historyDays() * ThroughputSeries.SLOTS_PER_DAY);
    DescriptionFile.write(directory, options, origin, clusters.description());
  }

  private void generateJobs(JobFiles files) throws IOException, InterruptedException {
    for (int hour = 0; hour < arrivals.hours(); hour++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("generating stopped after " + written + " jobs");
      }
      generateHour(hour, files);
    }
  }

  private void generateHour(int hour, JobFiles files) throws IOException {
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
