package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ProfilerChoice;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetWriter;
import org.limpid.data.io.GpuNumberFile;
import org.limpid.data.io.HeliosJobFormat;
import org.limpid.data.io.JobColumn;
import org.limpid.data.io.TraceCollector;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Makes a data set from a Helios trace (SC 2021). Each virtual cluster gets the nodes for the most
 * GPUs that it had on any day. Left out, and counted, are CPU jobs, jobs that ran for 0 s (they
 * were cancelled before they started), jobs of virtual clusters that never had a GPU, and jobs
 * larger than their virtual cluster ever was. The trace has no workloads; jobs get one by an {@link
 * AssignmentRule}.
 */
public final class HeliosImporter {
  /** Times are read relative to it, until the origin of the data set is known. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private static final String JOBS = "jobs.csv.gz";
  private static final String CLUSTER = "virtual_clusters.csv";
  private static final String SINGLE = "profiles_single.csv";
  private static final String PAIRS = "profiles_colocated.csv";

  private final HeliosImportOptions options;
  private final String clusterName;
  private final SourceFolder source;
  private final Problems problems = new Problems();
  private final ImportedJobs jobs = new ImportedJobs();
  private final Map<String, Integer> gpusOfVirtualCluster = new HashMap<>();

  private HeliosImporter(Path path, String clusterName, HeliosImportOptions options) {
    this.options = options;
    this.clusterName = clusterName;
    source = new SourceFolder(path);
  }

  /**
   * Imports the trace of one cluster.
   *
   * @param path the folder of the traces, in which {@code data/<cluster>/cluster_log.csv} lies
   * @param clusterName e.g. {@code Venus}
   * @param out the data set, which appears only if all went well
   * @throws DataException with all that is wrong with the files
   */
  public static ImportReport importFrom(
      Path path, String clusterName, Path out, HeliosImportOptions options) {
    return new HeliosImporter(path, clusterName, options).run(out);
  }

  private ImportReport run(Path out) {
    Path log = source.require("data/" + clusterName + "/cluster_log.csv", problems);
    Path gpuNumber = source.require("data/" + clusterName + "/cluster_gpu_number.csv", problems);
    problems.throwIfAny();

    ClusterDescription cluster = cluster(gpuNumber);
    WorkloadAssignment assignment = assignment(log);
    new HeliosJobFormat(this::isTaken).read(log, EPOCH, problems, jobs);
    if (jobs.isEmpty() && problems.isEmpty()) {
      problems.add(log, "expected GPU jobs, found none", "Maybe the trace is of another time.");
    }
    problems.throwIfAny();

    LocalDateTime origin = options.origin().orElseGet(this::firstMidnight);
    long shift = origin.toEpochSecond(ZoneOffset.UTC);
    long start =
        options
            .from()
            .map(from -> from.toEpochSecond(ZoneOffset.UTC))
            .orElseGet(() -> firstMidnight().toEpochSecond(ZoneOffset.UTC));
    long startSeconds = Math.max(0, start - shift);
    TraceCollector collector = new TraceCollector(log, problems, startSeconds, cluster, null);
    jobs.sendSorted(job -> assignment.assign(job).submittedEarlierBy(shift), collector);
    problems.throwIfAny();
    write(out, collector.trace(), cluster, new DatasetDescription.Time(origin, startSeconds));
    return new ImportReport(out, collector.trace().size(), jobs.leftOut(), notes());
  }

  private ClusterDescription cluster(Path gpuNumber) {
    List<VirtualCluster> virtualClusters = new ArrayList<>();
    GpuNumberFile.mostGpus(gpuNumber, problems)
        .forEach((name, gpus) -> {
          int nodes = Math.ceilDiv(gpus, options.gpusPerNode());
          if (nodes > 0) {
            virtualClusters.add(new VirtualCluster(name, nodes));
            gpusOfVirtualCluster.put(name, nodes * options.gpusPerNode());
          }
        });
    if (virtualClusters.isEmpty() && problems.isEmpty()) {
      problems.add(gpuNumber, "expected virtual clusters with GPUs, found none", "");
    }
    problems.throwIfAny();
    return new ClusterDescription(
        virtualClusters, options.gpusPerNode(), options.cpusPerNode(), options.gpuMemoryMib());
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
    if (HeliosJobFormat.isZero(row, JobColumn.GPU_NUM)) {
      return jobs.leaveOut("CPU job");
    }
    if (HeliosJobFormat.isZero(row, JobColumn.DURATION)) {
      return jobs.leaveOut("ran for 0 s");
    }
    long submit = row.seconds(JobColumn.SUBMIT_TIME, EPOCH, 0, "");
    long gpus = row.wholeNumber(JobColumn.GPU_NUM, 0, Integer.MAX_VALUE, "");
    if (!row.isGood()) {
      return false;
    }
    if (!isInWindow(submit)) {
      return jobs.leaveOut("submitted outside the window");
    }
    Integer most = gpusOfVirtualCluster.get(row.text(JobColumn.VC));
    if (most == null) {
      return jobs.leaveOut("of a virtual cluster that never had a GPU");
    }
    return gpus <= most || jobs.leaveOut("larger than its virtual cluster");
  }

  private boolean isInWindow(long submit) {
    LocalDateTime time = EPOCH.plusSeconds(submit);
    return options.from().map(from -> !time.isBefore(from)).orElse(true)
        && options.to().map(time::isBefore).orElse(true);
  }

  private LocalDateTime firstMidnight() {
    return EPOCH.plusSeconds(jobs.firstSubmitSeconds()).toLocalDate().atStartOfDay();
  }

  private List<String> notes() {
    return options.rule() == AssignmentRule.GROUP
        ? List.of("Workloads were drawn per user, GPU count and CPU count.")
        : List.of("Workloads were drawn by true duration: profiles give away the duration class.");
  }

  private static ProfilerDescription profiler(ClusterDescription cluster, Trace trace) {
    Map<String, Integer> largest = largestJobs(trace);
    return ProfilerChoice.of(cluster, name -> largest.getOrDefault(name, 0)).orElse(null);
  }

  private static Map<String, Integer> largestJobs(Trace trace) {
    Map<String, Integer> largest = new HashMap<>();
    for (int row = 0; row < trace.size(); row++) {
      largest.merge(trace.virtualCluster(row), trace.gpuCount(row), Math::max);
    }
    return largest;
  }

  private void write(
      Path out, Trace trace, ClusterDescription cluster, DatasetDescription.Time time) {
    DatasetDescription description =
        new DatasetDescription(
            clusterName.toLowerCase(Locale.ROOT),
            "%s cluster of Helios, with workload types drawn by rule '%s', seed "
                    .formatted(clusterName, options.rule().name().toLowerCase(Locale.ROOT))
                + options.seed(),
            time,
            new DatasetDescription.Cluster(
                CLUSTER, options.gpusPerNode(), options.cpusPerNode(), options.gpuMemoryMib()),
            new DatasetDescription.Jobs(JOBS, "lucid"),
            null,
            Map.of(),
            new DatasetDescription.ProfileFiles(SINGLE, Optional.of(PAIRS)),
            profiler(cluster, trace));
    try (DatasetWriter writer = DatasetWriter.create(out, description, options.overwrite())) {
      writer.virtualClusters(cluster.virtualClusters());
      writer.jobs(trace);
      writer.profiles(options.profiles());
      writer.commit();
    }
  }
}
