package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ProfilerChoice;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.generate.WorkloadModel;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetReader;
import org.limpid.data.io.DatasetWriter;
import org.limpid.data.io.GpuNumberFile;
import org.limpid.data.io.GpuNumberFile.Day;
import org.limpid.data.io.HeliosJobFormat;
import org.limpid.data.io.RowFaults;
import org.limpid.data.io.TraceCollector;
import org.limpid.data.io.TraceColumn;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Makes a data set from a Helios trace (SC 2021). The cluster is what it was on most days from the
 * first to the last submission, see {@link Capacity}. Left out, and counted, are CPU jobs, jobs
 * that ran for 0 s (they were cancelled before they started), rows that are no jobs to replay
 * ({@link RowFaults}), jobs of virtual clusters that had no GPUs, and jobs larger than their
 * virtual cluster. The trace has no workloads; jobs get one by an {@link AssignmentRule}.
 */
public final class HeliosImporter {
  private static final ImportOption<String> CLUSTER_NAME =
      ImportOption.of("cluster", "CLUSTER", String.class, "Name of the cluster, e.g. Venus.")
          .asRequired();
  private static final ImportOption<AssignmentRule> RULE =
      ImportOption.choice(
          "workloads",
          "RULE",
          AssignmentRule.class,
          AssignmentRule.byName(),
          "How jobs get a workload: random draws one per user and size, whatever the duration;"
              + " artifact-rule draws by true duration as the Lucid artifact does, which gives it"
              + " away.",
          "Default: random.");
  private static final ImportOption<Path> PROFILES =
      ImportOption.of(
          "profiles",
          "DIR",
          Path.class,
          "Data set whose profiles are used; by default those of the generator.");
  private static final ImportOption<LocalDateTime> FROM =
      ImportOption.of(
          "from",
          "T",
          LocalDateTime.class,
          "Leave out jobs submitted before T: 2020-09-01 or 2020-09-01T13:30. The cluster is what"
              + " it was while the jobs that are taken were submitted.");
  private static final ImportOption<LocalDateTime> TO =
      ImportOption.of("to", "T", LocalDateTime.class, "Leave out jobs submitted at T or later.");

  private static final ImportOption<String> CAPACITY =
      ImportOption.of(
          "capacity",
          "WHICH",
          String.class,
          "GPUs move between virtual clusters. usual: as they were on most days from the first to"
              + " the last submission; max: the most that each ever had; 2020-09-05: as on that"
              + " day.",
          "Default: usual.");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "helios",
          "Import a cluster of the Helios traces; its jobs are assigned workloads.",
          "Folder of the traces with data/CLUSTER.",
          "~/HeliosData --cluster Venus --out venus-helios",
          List.of(CLUSTER_NAME, CAPACITY, RULE, PROFILES, ImportRun.SEED, FROM, TO),
          HeliosImporter::importFrom);

  private static final String USUAL = "usual";
  private static final String MAX = "max";

  /** Nodes of the Helios clusters. */
  private static final int GPUS_PER_NODE = 8;

  private static final int CPUS_PER_NODE = 96;
  private static final int GPU_MEMORY_MIB = 24_576;

  /** Times are read relative to it, until the origin of the data set is known. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private final Options options;
  private final String clusterName;
  private final SourceFolder source;
  private final Problems problems = new Problems();
  private final ImportedJobs jobs = new ImportedJobs();
  private final List<String> notes = new ArrayList<>();
  private Capacity capacity;

  /**
   * How to import a trace.
   *
   * @param profiles the table that workloads are drawn from; it becomes part of the data set
   * @param rule how they are drawn
   * @param seed another seed gives another draw
   * @param from first submission that is taken, and start of the simulation; empty: the first
   * @param to first submission that is no longer taken; empty: all are
   * @param capacity how large virtual clusters are: usual, max or a day
   * @param overwrite whether an older data set at the target may be replaced
   */
  record Options(
      Profiles profiles,
      AssignmentRule rule,
      long seed,
      Optional<LocalDateTime> from,
      Optional<LocalDateTime> to,
      String capacity,
      boolean overwrite) {}

  private HeliosImporter(Path path, String clusterName, Options options) {
    this.options = options;
    this.clusterName = clusterName;
    source = new SourceFolder(path);
  }

  /**
   * Imports the trace of one cluster.
   *
   * @param path the folder of the traces, in which {@code data/<cluster>/cluster_log.csv} lies
   * @param clusterName e.g. {@code Venus}
   * @throws DataException with all that is wrong with the files
   */
  static ImportReport importFrom(Path path, String clusterName, Path out, Options options) {
    return new HeliosImporter(path, clusterName, options).run(out);
  }

  private static ImportReport importFrom(ImportRequest request) {
    Options options =
        new Options(
            request
                .get(PROFILES)
                .map(folder -> DatasetReader.open(folder).profiles())
                .orElseGet(WorkloadModel::profiles),
            request.get(RULE).orElse(AssignmentRule.GROUP),
            request.get(ImportRun.SEED).orElse(1L),
            request.get(FROM),
            request.get(TO),
            request.get(CAPACITY).orElse(USUAL),
            request.overwrite());
    return importFrom(
        request.path(), request.get(CLUSTER_NAME).orElseThrow(), request.out(), options);
  }

  private ImportReport run(Path out) {
    Path log = source.require("data/" + clusterName + "/cluster_log.csv", problems);
    Path gpuNumber = source.require("data/" + clusterName + "/cluster_gpu_number.csv", problems);
    problems.throwIfAny();

    WorkloadAssignment assignment = assignment(log);
    List<Day> days = GpuNumberFile.days(gpuNumber, problems);
    readJobs(log);
    ClusterDescription cluster = cluster(gpuNumber, days);
    leaveOutHomeless(cluster, days);
    requireJobs(log);

    LocalDateTime origin = date(jobs.firstSubmitSeconds()).atStartOfDay();
    long shift = origin.toEpochSecond(ZoneOffset.UTC);
    long start = options.from().orElse(origin).toEpochSecond(ZoneOffset.UTC);
    long startSeconds = Math.max(0, start - shift);
    TraceCollector collector = new TraceCollector(log, problems, startSeconds, cluster, null);
    jobs.sendSorted(job -> assignment.assign(job).submittedEarlierBy(shift), collector);
    problems.throwIfAny();
    write(out, collector.trace(), cluster, new DatasetDescription.Time(origin, startSeconds));
    return new ImportReport(out, collector.trace().size(), jobs.leftOut(), notes());
  }

  private void readJobs(Path log) {
    HeliosJobFormat.FORMAT.keeping(this::isTaken).read(log, EPOCH, problems, jobs);
    jobs.refuseMost(log, problems);
    requireJobs(log);
  }

  private void requireJobs(Path log) {
    if (jobs.isEmpty() && problems.isEmpty()) {
      problems.add(
          log,
          "expected GPU jobs, found none; left out: " + jobs.leftOutText(),
          "Maybe the trace is of another time.");
    }
    problems.throwIfAny();
  }

  private ClusterDescription cluster(Path gpuNumber, List<Day> days) {
    List<VirtualCluster> virtualClusters = new ArrayList<>();
    if (!days.isEmpty()) {
      capacity = capacity(days);
      capacity
          .day()
          .gpus()
          .forEach((name, gpus) -> {
            if (gpus > 0) {
              virtualClusters.add(new VirtualCluster(name, Math.ceilDiv(gpus, GPUS_PER_NODE)));
            }
          });
    }
    if (virtualClusters.isEmpty()) {
      problems.add(gpuNumber, "expected virtual clusters with GPUs, found none", "");
    }
    problems.throwIfAny();
    ClusterDescription cluster =
        new ClusterDescription(virtualClusters, GPUS_PER_NODE, CPUS_PER_NODE, GPU_MEMORY_MIB);
    notes.add(capacity.text(cluster.nodeCount()));
    return cluster;
  }

  private Capacity capacity(List<Day> days) {
    return switch (options.capacity()) {
      case USUAL ->
          Capacity.of(days, date(jobs.firstSubmitSeconds()), date(jobs.lastSubmitSeconds()));
      case MAX -> Capacity.most(days);
      default -> capacity(options.capacity(), days);
    };
  }

  private static Capacity capacity(String text, List<Day> days) {
    try {
      LocalDate date = LocalDate.parse(text);
      return Capacity.on(days, date)
          .orElseThrow(() ->
              new DataException(
                  Problem.of(
                      "--capacity",
                      "expected a day of cluster_gpu_number.csv, %s to %s, found %s"
                          .formatted(days.getFirst().date(), days.getLast().date(), date),
                      "")));
    } catch (DateTimeParseException _) {
      throw new DataException(
          Problem.of("--capacity", "expected usual, max or a day, found '%s'".formatted(text), ""));
    }
  }

  private static LocalDate date(long seconds) {
    return EPOCH.plusSeconds(seconds).toLocalDate();
  }

  /** Jobs that the cluster as it is taken has no place for. */
  private void leaveOutHomeless(ClusterDescription cluster, List<Day> days) {
    Map<String, Integer> gpus = new HashMap<>();
    cluster.virtualClusters().forEach(vc -> gpus.put(vc.name(), cluster.gpuCount(vc)));
    jobs.leaveOutJobs(job -> {
      Integer most = gpus.get(job.virtualCluster());
      if (most == null) {
        return withoutGpus(job.virtualCluster(), days);
      }
      return job.gpuCount() > most ? "larger than its virtual cluster" : null;
    });
  }

  private String withoutGpus(String virtualCluster, List<Day> days) {
    boolean ever = days.stream().anyMatch(day -> day.gpus().getOrDefault(virtualCluster, 0) > 0);
    return ever
        ? "of a virtual cluster without GPUs on " + capacity.day().date()
        : "of a virtual cluster that never had a GPU";
  }

  private WorkloadAssignment assignment(Path log) {
    try {
      return new WorkloadAssignment(options.rule(), options.profiles(), options.seed());
    } catch (IllegalArgumentException e) {
      throw new DataException(
          Problem.ofFile(log, "its jobs cannot get workloads: " + e.getMessage(), ""));
    }
  }

  private boolean isTaken(CsvRow row) {
    String reason = HeliosJobFormat.reasonToLeaveOut(row);
    if (reason != null) {
      return jobs.isKept(reason);
    }
    long submit = row.seconds(TraceColumn.SUBMIT_TIME, EPOCH, 0, "");
    return row.isGood() && jobs.isKept(isInWindow(submit) ? null : "submitted outside the window");
  }

  private boolean isInWindow(long submit) {
    LocalDateTime time = EPOCH.plusSeconds(submit);
    return options.from().map(from -> !time.isBefore(from)).orElse(true)
        && options.to().map(time::isBefore).orElse(true);
  }

  private List<String> notes() {
    notes.add(
        options.rule() == AssignmentRule.GROUP
            ? "Workloads were drawn per user, GPU count and CPU count."
            : "Workloads were drawn by true duration: profiles give away the duration class.");
    return notes;
  }

  private void write(
      Path out, Trace trace, ClusterDescription cluster, DatasetDescription.Time time) {
    DatasetDescription description =
        DatasetDescription.withUsualFiles(
            clusterName.toLowerCase(Locale.ROOT),
            "%s cluster of Helios, with workload types drawn by rule '%s', seed "
                    .formatted(clusterName, options.rule().name().toLowerCase(Locale.ROOT))
                + options.seed(),
            time,
            cluster,
            null,
            Map.of(),
            ProfilerChoice.of(cluster, trace).orElse(null));
    try (DatasetWriter writer = DatasetWriter.create(out, description, options.overwrite())) {
      writer.virtualClusters(cluster.virtualClusters());
      writer.jobs(trace);
      writer.profiles(options.profiles());
      writer.commit();
    }
  }
}
