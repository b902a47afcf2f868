package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.limpid.data.ClusterDescription;
import org.limpid.data.PairProfile;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.ShareScores;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.io.ClusterFile;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetWriter;
import org.limpid.data.io.EstimatesFile;
import org.limpid.data.io.HeliosJobFormat;
import org.limpid.data.io.LucidJobFormat;
import org.limpid.data.io.ProfileTables;
import org.limpid.data.io.RowFaults;
import org.limpid.data.io.SeriesTable;
import org.limpid.data.io.ThroughputTables;
import org.limpid.data.io.TraceCollector;
import org.limpid.data.io.TraceColumn;
import org.limpid.files.Problems;

/**
 * Makes a data set from the Lucid artifact (ASPLOS 2023) as its authors ship it. The trace, the
 * virtual clusters and the profiles must be there; load, forecast and estimates are taken when they
 * are.
 */
public final class LucidArtifactImporter {
  static final TraceImporter IMPORTER =
      new TraceImporter(
          "lucid",
          "Import the Venus trace from the artifact of the Lucid paper.",
          "Folder of the artifact with data/Venus.",
          "~/Lucid/simulation --out venus",
          List.of(),
          request ->
              new LucidArtifactImporter(request.path()).run(request.out(), request.overwrite()));

  /**
   * What the artifact simulates: Venus, 1 September 2020 to 26 September, 23:59:00 included,
   * counted from 1 April.
   */
  private static final String CLUSTER_NAME = "Venus";

  private static final LocalDateTime ORIGIN = LocalDateTime.of(2020, 4, 1, 0, 0);
  private static final LocalDateTime FROM = LocalDateTime.of(2020, 9, 1, 0, 0);
  private static final LocalDateTime TO = LocalDateTime.of(2020, 9, 26, 23, 59, 1);

  /** Nodes of the Helios clusters, from the artifact's cluster class. */
  private static final int GPUS_PER_NODE = 8;

  private static final int CPUS_PER_NODE = 96;
  private static final int GPU_MEMORY_MIB = 24_576;

  /** What the artifact's simulator has in its code for Venus. */
  private static final ProfilerDescription VENUS_PROFILER =
      new ProfilerDescription(2, 200, 4, List.of("vc8Gr", "vcefl"), "vcYVn", 1);

  private static final String SERIES = "throughput.csv";
  private static final String FORECAST = "forecast.csv";

  private final SourceFolder source;
  private final Problems problems = new Problems();
  private final ImportedJobs jobs = new ImportedJobs();
  private final List<String> notes = new ArrayList<>();

  private LucidArtifactImporter(Path artifact) {
    source = new SourceFolder(artifact);
  }

  /**
   * Imports what the artifact simulates.
   *
   * @param artifact its folder, or the one that encloses it
   * @param out the data set, which appears only if all went well
   * @throws org.limpid.files.DataException with all that is wrong with the files
   */
  public static ImportReport importFrom(Path artifact, Path out) {
    return new LucidArtifactImporter(artifact).run(out, false);
  }

  private ImportReport run(Path out, boolean overwrite) {
    Path log = source.require(inCluster("cluster_full_log.csv"), problems);
    Path clusterFile = source.require(inCluster("vc_config.csv"), problems);
    Path pairFile = source.require("data/colocate_info.csv", problems);
    Path singleFile = source.require("analyzer/single_data.csv", problems);
    problems.throwIfAny();

    List<VirtualCluster> virtualClusters = ClusterFile.read(clusterFile, problems);
    Profiles profiles = profiles(singleFile, pairFile);
    problems.throwIfAny();
    ClusterDescription cluster =
        new ClusterDescription(virtualClusters, GPUS_PER_NODE, CPUS_PER_NODE, GPU_MEMORY_MIB);
    Trace trace = trace(log, cluster, profiles);

    Optional<Path> series = optional(inCluster("cluster_throughput.csv"));
    Optional<Path> forecast = optional("predictor/%s_throughput_pred.csv");
    Map<String, Path> estimates = estimates();
    series.ifPresent(file -> SeriesTable.read(file, ORIGIN, problems));
    forecast.ifPresent(file -> ThroughputTables.forecast(file, ORIGIN, problems));
    estimates.forEach((name, file) -> EstimatesFile.read(file, name, trace, problems));
    problems.throwIfAny();

    DatasetDescription description = description(cluster, series, forecast, estimates);
    try (DatasetWriter writer = DatasetWriter.create(out, description, overwrite)) {
      writer.virtualClusters(virtualClusters);
      writer.jobs(trace);
      writer.profiles(profiles);
      series.ifPresent(file -> writer.copy(SERIES, file));
      forecast.ifPresent(file -> writer.copy(FORECAST, file));
      estimates.forEach((name, file) -> writer.copy(estimatesFile(name), file));
      writer.commit();
    }
    return new ImportReport(out, trace.size(), jobs.leftOut(), notes);
  }

  private String inCluster(String name) {
    return "data/" + CLUSTER_NAME + "/" + name;
  }

  private Optional<Path> optional(String pattern) {
    String relativePath = pattern.formatted(CLUSTER_NAME);
    Optional<Path> found = source.find(relativePath);
    if (found.isEmpty()) {
      notes.add("There is no " + relativePath + ", so the data set lacks it.");
    }
    return found;
  }

  private Map<String, Path> estimates() {
    Map<String, Path> estimates = new LinkedHashMap<>();
    optional("estimator/ebm/%s_Sept_ebm_weekly_updated.csv")
        .ifPresent(file -> estimates.put("lucid", file));
    optional("estimator/lgb/%s_Sept_lgb.csv").ifPresent(file -> estimates.put("qssf", file));
    return estimates;
  }

  private static String estimatesFile(String name) {
    return "estimate_" + name + ".csv";
  }

  private Profiles profiles(Path singleFile, Path pairFile) {
    List<PairProfile> pairs = ProfileTables.pairs(pairFile, problems);
    ProfileTables.SingleTable table = ProfileTables.perhapsLabelledSingles(singleFile, problems);
    problems.throwIfAny();
    ProfileTables.requireSingles(pairFile, pairs, table.profiles(), problems);
    if (table.labelled()) {
      return new Profiles(table.profiles(), pairs);
    }
    notes.add("single_data.csv has no column 'label': share scores were derived from the pairs.");
    ShareScores scores = new ShareScores(pairs);
    List<SingleProfile> singles =
        table.profiles().stream().map(SingleProfile::profile).map(scores::label).toList();
    return new Profiles(singles, pairs);
  }

  private Trace trace(Path log, ClusterDescription cluster, Profiles profiles) {
    Set<String> names =
        cluster.virtualClusters().stream().map(VirtualCluster::name).collect(Collectors.toSet());
    long shift = secondsBeforeFirstJob(log, names);
    LucidJobFormat.OF_ARTIFACT
        .keeping(row -> isTaken(row, shift, names))
        .read(log, ORIGIN, problems, jobs);
    Set<Workload> profiled =
        profiles.singles().stream()
            .map(single -> single.profile().workload())
            .collect(Collectors.toSet());
    jobs.refuseMost(log, problems);
    problems.throwIfAny();
    TraceCollector collector = new TraceCollector(log, problems, startSeconds(), cluster, profiled);
    jobs.sendSorted(job -> job.submittedEarlierBy(shift), collector);
    if (jobs.isEmpty() && problems.isEmpty()) {
      problems.add(
          log,
          "expected GPU jobs submitted from %s to %s, found none".formatted(FROM, TO),
          "Maybe the trace is of another time.");
    }
    problems.throwIfAny();
    return collector.trace();
  }

  /**
   * The artifact counts seconds from the first GPU job of the whole trace, 151 s after the origin.
   * A file that doesn't begin on the day of the origin is a part of the trace; it is taken to be
   * counted from the origin.
   */
  private long secondsBeforeFirstJob(Path log, Set<String> virtualClusters) {
    AtomicLong first = new AtomicLong(Long.MAX_VALUE);
    Predicate<CsvRow> looksForFirst =
        row -> {
          long submit = row.seconds(TraceColumn.SUBMIT_TIME, ORIGIN, -MANY_SECONDS, "");
          if (row.isGood() && submit >= 0 && isGpuJobOf(row, virtualClusters)) {
            first.accumulateAndGet(submit, Math::min);
          }
          return false;
        };
    // What is wrong with the file is said when it is read for good.
    LucidJobFormat.OF_ARTIFACT
        .keeping(looksForFirst)
        .read(log, ORIGIN, new Problems(), new ImportedJobs());
    return first.get() < SECONDS_PER_DAY ? first.get() : 0;
  }

  private static boolean isGpuJobOf(CsvRow row, Set<String> virtualClusters) {
    return !HeliosJobFormat.isZero(row, TraceColumn.GPU_NUM)
        && virtualClusters.contains(row.text(TraceColumn.VC));
  }

  private boolean isTaken(CsvRow row, long shift, Set<String> virtualClusters) {
    if (row.isMissing(TraceColumn.SUBMIT_TIME)) {
      return jobs.isKept(RowFaults.of(row));
    }
    long submit = row.seconds(TraceColumn.SUBMIT_TIME, ORIGIN, -MANY_SECONDS, "") - shift;
    if (!row.isGood()) {
      return false;
    }
    if (submit < startSeconds() || submit >= endSeconds()) {
      return jobs.isKept("submitted outside the window");
    }
    if (HeliosJobFormat.isZero(row, TraceColumn.GPU_NUM)) {
      return jobs.isKept(RowFaults.CPU_JOB);
    }
    return jobs.isKept(
        virtualClusters.contains(row.text(TraceColumn.VC))
            ? HeliosJobFormat.reasonToLeaveOut(row)
            : "of a virtual cluster that vc_config.csv lacks");
  }

  private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

  /** Rows before the origin are no mistake here, only of no interest. */
  private static final long MANY_SECONDS = Duration.ofDays(36_525).toSeconds();

  private long startSeconds() {
    return Duration.between(ORIGIN, FROM).toSeconds();
  }

  private long endSeconds() {
    return Duration.between(ORIGIN, TO).toSeconds();
  }

  private DatasetDescription description(
      ClusterDescription cluster,
      Optional<Path> series,
      Optional<Path> forecast,
      Map<String, Path> estimates) {
    Map<String, String> estimateFiles = new LinkedHashMap<>();
    estimates.keySet().forEach(name -> estimateFiles.put(name, estimatesFile(name)));
    return DatasetDescription.withUsualFiles(
        CLUSTER_NAME.toLowerCase(Locale.ROOT) + "-" + YearMonth.from(FROM),
        "%s cluster of Helios, jobs submitted %s to %s, with workload types as assigned by the Lucid"
                .formatted(CLUSTER_NAME, FROM.toLocalDate(), TO.toLocalDate())
            + " artifact",
        new DatasetDescription.Time(ORIGIN, startSeconds()),
        cluster,
        new DatasetDescription.Throughput(series.map(_ -> SERIES), forecast.map(_ -> FORECAST)),
        estimateFiles,
        profiler(cluster));
  }

  private ProfilerDescription profiler(ClusterDescription cluster) {
    Set<String> names =
        cluster.virtualClusters().stream().map(VirtualCluster::name).collect(Collectors.toSet());
    if (names.containsAll(VENUS_PROFILER.takenFrom()) && names.contains(VENUS_PROFILER.lender())) {
      return VENUS_PROFILER;
    }
    notes.add("The virtual clusters are not those of Venus, so no profiler is described.");
    return null;
  }
}
