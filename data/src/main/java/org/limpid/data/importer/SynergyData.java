package org.limpid.data.importer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.ResourceProfile;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetWriter;
import org.limpid.data.io.Limits;
import org.limpid.data.io.TraceCollector;
import org.limpid.files.Problems;

/**
 * A data set of Synergy's jobs under way: servers with CPUs, memory and storage, models with what
 * they gain by these, and jobs that run for their iterations at the fair share. Parts of a second
 * of arrivals are kept. Not safe for several threads.
 */
final class SynergyData {
  static final ImportOption<Path> CLUSTER =
      ImportOption.of(
              "cluster", "FILE", Path.class, "Servers of the cluster, such as default_cluster.ini.")
          .asRequired();

  static final ImportOption<Path> MODELS =
      ImportOption.of("models", "FILE", Path.class, "Profiles of the models, model_zoo.json.")
          .asRequired();

  static final ImportOption<String> SET =
      ImportOption.of(
          "model-set",
          "NAME",
          String.class,
          "Which of its sets, such as models-4 (that for the CPUs per GPU of the cluster).");

  /** Servers and models, which all of its imports need. */
  static final List<ImportOption<?>> OPTIONS = List.of(CLUSTER, MODELS, SET);

  /** The traces do not tell theirs; this one is that of the paper's conference. */
  static final LocalDateTime FIRST_DAY = LocalDateTime.of(2022, 7, 11, 0, 0);

  private static final String OWNER = "synergy";
  private static final int NANO_DIGITS = 9;
  private static final long MIB_PER_GB = 1024;

  private final ImportRequest request;
  private final Problems problems;
  private final ImportedJobs jobs = new ImportedJobs();
  private final ClusterDescription cluster;
  private final ResourceProfiles profiles;
  private final List<String> notes = new ArrayList<>();

  /**
   * Reads servers and models.
   *
   * @param problems of the jobs, which {@link #write} throws
   * @throws org.limpid.files.DataException with all that is wrong with them
   */
  SynergyData(ImportRequest request, Problems problems) {
    this.request = request;
    this.problems = problems;
    this.cluster = ClusterIni.read(request.get(CLUSTER).orElseThrow(), OWNER);
    this.profiles =
        SynergyModels.read(
            request.get(MODELS).orElseThrow(), request.get(SET), cluster.groups().getFirst());
  }

  ClusterDescription cluster() {
    return cluster;
  }

  ResourceProfiles profiles() {
    return profiles;
  }

  /** The jobs so far. */
  ImportedJobs jobs() {
    return jobs;
  }

  /** Adds what users should know, one sentence. */
  void tell(String note) {
    notes.add(note);
  }

  /**
   * Adds a job.
   *
   * @param line where it stands, for messages
   * @param arrival seconds, with nine decimals at most
   */
  void accept(
      long line, JobId id, ResourceProfile profile, BigDecimal arrival, long iterations, int gpus) {
    BigDecimal second = arrival.setScale(0, RoundingMode.DOWN);
    long nanos = arrival.subtract(second).movePointRight(NANO_DIGITS).longValue();
    double seconds = iterations * profile.iterationSeconds();
    JobAttributes attributes =
        JobAttributes.NONE
            .with(JobAttribute.MEMORY_MIB, Math.round(gpus * profile.memoryGbPerGpu() * MIB_PER_GB))
            .with(JobAttribute.ITERATIONS, iterations)
            .with(JobAttribute.SENSITIVITY, profile.model())
            .with(JobAttribute.SUBMIT_NANOS, nanos);
    jobs.accept(
        line,
        new Trace.Job(
            id,
            OWNER,
            OWNER,
            "",
            gpus,
            (int) Math.ceil(gpus * profile.cpusPerGpu()),
            "UNKNOWN",
            second.longValue(),
            Math.clamp(Math.round(seconds), 1, Limits.MAX_SECONDS),
            null,
            attributes));
  }

  /**
   * Sorts the jobs and writes the data set.
   *
   * @param file where the jobs stand, for messages
   * @throws org.limpid.files.DataException with all problems so far, and those of the jobs
   */
  ImportReport write(Path file, String title) {
    problems.throwIfAny();
    TraceCollector collector = new TraceCollector(file, problems, 0, cluster, null);
    jobs.sendSorted(job -> job, collector);
    problems.throwIfAny();
    Trace trace = collector.trace();
    write(trace, title);
    return new ImportReport(request.out(), trace.size(), jobs.leftOut(), notes);
  }

  private void write(Trace trace, String title) {
    DatasetDescription description =
        DatasetDescription.withUsualFiles(
                OWNER,
                title,
                new DatasetDescription.Time(FIRST_DAY, 0),
                cluster,
                null,
                Map.of(),
                null)
            .withoutProfiles()
            .withSensitivity();
    try (DatasetWriter writer =
        DatasetWriter.create(request.out(), description, request.overwrite())) {
      writer.virtualClusters(cluster.virtualClusters());
      writer.jobs(trace);
      writer.sensitivity(profiles);
      writer.commit();
    }
  }
}
