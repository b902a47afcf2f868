package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ProfilerChoice;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.generate.WorkloadModel;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetWriter;
import org.limpid.data.io.TraceCollector;
import org.limpid.files.DataException;
import org.limpid.files.Problems;
import org.limpid.files.Words;

/**
 * An import under way: the jobs, problems and notes so far, and how it ends for a trace without
 * workloads. Each job gets one of the generator by an {@link AssignmentRule} that doesn't see
 * durations. Not safe for several threads.
 */
final class ImportRun {
  static final ImportOption<Long> SEED =
      ImportOption.of("seed", "S", Long.class, "Another seed, other workloads (1).");

  private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

  private static final String ENDINGS =
      "(?i)(\\.(csv|tsv|txt|json|log|swf|trace))?(\\.(gz|zip|tgz|tar|tar\\.gz))?$";

  private final ImportRequest request;
  private final Problems problems = new Problems();
  private final ImportedJobs jobs = new ImportedJobs();
  private final List<String> notes = new ArrayList<>();
  private ScalingCurves scaling = ScalingCurves.EMPTY;

  ImportRun(ImportRequest request) {
    this.request = request;
  }

  /** What was wrong so far. */
  Problems problems() {
    return problems;
  }

  /** The jobs so far. */
  ImportedJobs jobs() {
    return jobs;
  }

  /** Scaling curves that jobs name; they become a part of the data set. */
  void scaling(ScalingCurves curves) {
    scaling = curves;
  }

  /** What users should know, one sentence each; more may be added. */
  List<String> notes() {
    return notes;
  }

  /** Name of what is imported without its endings: a short name for it. */
  String name() {
    String file = request.path().toAbsolutePath().normalize().getFileName().toString();
    String name = file.replaceFirst(ENDINGS, "");
    return name.isEmpty() ? file : name;
  }

  /**
   * Ends the reading of a file.
   *
   * @param hint what to do if it has no jobs to replay, may be empty
   * @throws DataException with all problems, also that there are no jobs or hardly any
   */
  void requireJobs(Path file, String hint) {
    jobs.refuseMost(file, problems);
    if (jobs.isEmpty() && problems.isEmpty()) {
      problems.add(file, "expected GPU jobs, found none; left out: " + jobs.leftOutText(), hint);
    }
    problems.throwIfAny();
  }

  /**
   * Tells that jobs asked for parts of GPUs.
   *
   * @param count of such jobs
   */
  void tellParts(long count) {
    notes.add(
        Words.counted(
            "%,d {job asks|jobs ask} for a part of a GPU: gpu_num is rounded up, gpu_milli says"
                + " what {it|they} asked for.",
            count));
  }

  /** Tells on which day a trace begins that counts from one that nobody knows. */
  void tellFirstDay(LocalDateTime day) {
    notes.add(
        "The trace doesn't tell its first day: it begins on %s here, so that hours and days of the week mean nothing."
            .formatted(day.toLocalDate()));
  }

  /**
   * Draws workloads, sorts the jobs and writes the data set. It begins at midnight before the first
   * submission.
   *
   * @param file where the jobs stand, for messages
   * @param name of the data set
   * @param epoch second 0 of the times of the jobs
   * @param rule how workloads are drawn: by group, or by job
   * @throws DataException with all that is wrong with the jobs
   */
  ImportReport finish(
      Path file,
      String name,
      LocalDateTime epoch,
      ClusterDescription cluster,
      AssignmentRule rule) {
    LocalDateTime origin =
        epoch.plusSeconds(jobs.firstSubmitSeconds()).toLocalDate().atStartOfDay();
    long shift = Duration.between(epoch, origin).toSeconds();
    return finish(file, name, new DatasetDescription.Time(origin, 0), shift, cluster, rule);
  }

  /**
   * The same with all times as the jobs have them, for traces whose results others publish.
   *
   * @param file where the jobs stand, for messages
   * @param name of the data set
   * @param origin second 0 of the times of the jobs, the start of a day
   * @param rule how workloads are drawn: by group, or by job
   * @throws DataException with all that is wrong with the jobs
   */
  ImportReport finishUnshifted(
      Path file,
      String name,
      LocalDateTime origin,
      ClusterDescription cluster,
      AssignmentRule rule) {
    long firstDay = jobs.firstSubmitSeconds() / SECONDS_PER_DAY * SECONDS_PER_DAY;
    return finish(file, name, new DatasetDescription.Time(origin, firstDay), 0, cluster, rule);
  }

  private ImportReport finish(
      Path file,
      String name,
      DatasetDescription.Time time,
      long shift,
      ClusterDescription cluster,
      AssignmentRule rule) {
    long seed = request.get(SEED).orElse(1L);
    Profiles profiles = WorkloadModel.profiles();
    WorkloadAssignment assignment = new WorkloadAssignment(rule, profiles, seed);
    TraceCollector collector =
        new TraceCollector(file, problems, time.startSeconds(), cluster, null).checking(scaling);
    jobs.sendSorted(job -> assignment.assign(job).submittedEarlierBy(shift), collector);
    problems.throwIfAny();
    Trace trace = collector.trace();
    Optional<ProfilerDescription> profiler = ProfilerChoice.of(cluster, trace);
    DatasetDescription description =
        DatasetDescription.withUsualFiles(
            name,
            "Jobs of %s, with workload types drawn whatever their durations, seed %d"
                .formatted(file.getFileName(), seed),
            time,
            cluster,
            null,
            Map.of(),
            profiler.orElse(null));
    write(scaling.isEmpty() ? description : description.withScaling(), cluster, trace, profiles);
    tellWorkloads(rule);
    if (profiler.isEmpty()) {
      tellNoProfiler(cluster);
    }
    return new ImportReport(request.out(), trace.size(), jobs.leftOut(), notes);
  }

  private void write(
      DatasetDescription description, ClusterDescription cluster, Trace trace, Profiles profiles) {
    try (DatasetWriter writer =
        DatasetWriter.create(request.out(), description, request.overwrite())) {
      writer.virtualClusters(cluster.virtualClusters());
      writer.jobs(trace);
      writer.profiles(profiles);
      if (!scaling.isEmpty()) {
        writer.scaling(scaling);
      }
      writer.commit();
    }
  }

  private void tellWorkloads(AssignmentRule rule) {
    notes.add(
        "Workloads were drawn per %s from those of the generator, whatever its duration."
            .formatted(rule == AssignmentRule.GROUP ? "user, GPU count and CPU count" : "job"));
  }

  private void tellNoProfiler(ClusterDescription cluster) {
    notes.add(
        (cluster.hasEqualNodes()
                ? "No virtual cluster can spare a node"
                : "Nodes have unequal numbers of GPUs")
            + ", so there is no profiler: 'limpid reproduce' does without, and so does 'limpid"
            + " simulate' with --profiler-nodes 0.");
  }
}
