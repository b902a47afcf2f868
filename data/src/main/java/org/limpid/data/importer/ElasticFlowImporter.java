package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.ProfilerChoice;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.generate.WorkloadModel;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetWriter;
import org.limpid.data.io.HeliosJobFormat;
import org.limpid.data.io.RowFaults;
import org.limpid.data.io.TraceCollector;
import org.limpid.data.io.TraceColumn;
import org.limpid.files.DataException;
import org.limpid.files.Problems;

/**
 * Makes a data set from a table of jobs as ElasticFlow (ASPLOS 2023) takes them: the Philly traces
 * as its artifact ships them, or a cluster of Microsoft's ITP traces.
 *
 * <p>Such a table has no machines, users, states or processors, and its models, where it has any,
 * are made up. Virtual clusters get the nodes that {@link UsedGpus} derives, and count as their own
 * users; every job gets a workload of the generator by {@link AssignmentRule#JOB}. Left out, and
 * counted, are jobs without GPUs, jobs that ran for 0 s, and rows that are no jobs to replay
 * ({@link RowFaults}).
 */
final class ElasticFlowImporter {
  private static final ImportOption<Long> SEED =
      ImportOption.of("seed", "S", Long.class, "Another seed, other workloads (1).");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "elasticflow",
          "Import a table of jobs of ElasticFlow, Philly or an ITP cluster; capacity follows from"
              + " use, workloads are assigned.",
          "The table, such as philly.csv.gz or cluster01.csv.gz.",
          "philly.csv.gz --out philly",
          List.of(UsedMachines.GPUS_PER_NODE, UsedMachines.CAPACITY, SEED),
          request -> new ElasticFlowImporter(request).run());

  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(TraceColumn.SUBMIT_TIME, TraceColumn.GPU_NUM, TraceColumn.DURATION),
              List.of(TraceColumn.JOB_ID, TraceColumn.VC))
          .alias("submission_time", TraceColumn.SUBMIT_TIME)
          .alias("timestamp", TraceColumn.SUBMIT_TIME)
          .alias("num_gpu", TraceColumn.GPU_NUM)
          .alias("num_gpus", TraceColumn.GPU_NUM)
          .alias("cluster", TraceColumn.VC)
          .ignoringOthers();

  /** First day of the ITP traces. Times that are numbers count from it, in seconds. */
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2021, 3, 4, 0, 0);

  /** Other traces are of other years. */
  private static final long MANY_SECONDS = Duration.ofDays(36_525).toSeconds();

  private static final int MOST_GPUS = 1_000_000;
  private static final long MOST_SECONDS = 10_000_000_000L;

  private final ImportRequest request;
  private final Path table;
  private final UsedMachines machines;
  private final long seed;
  private final Profiles profiles = WorkloadModel.profiles();
  private final Problems problems = new Problems();
  private final ImportedJobs jobs = new ImportedJobs();
  private final List<String> notes = new ArrayList<>();

  private ElasticFlowImporter(ImportRequest request) {
    this.request = request;
    table = request.path();
    seed = request.get(SEED).orElse(1L);
    machines = new UsedMachines(request);
  }

  /**
   * Imports the table.
   *
   * @throws DataException with all that is wrong with it
   */
  private ImportReport run() {
    CsvInput.read(table, SCHEMA, problems, this::read);
    jobs.refuseMost(table, problems);
    if (jobs.isEmpty() && problems.isEmpty()) {
      problems.add(table, "expected GPU jobs, found none; left out: " + jobs.leftOutText(), "");
    }
    problems.throwIfAny();
    ClusterDescription cluster = machines.fromUse(table, jobs, notes);
    LocalDateTime origin =
        FIRST_DAY.plusSeconds(jobs.firstSubmitSeconds()).toLocalDate().atStartOfDay();
    Trace trace = trace(cluster, Duration.between(FIRST_DAY, origin).toSeconds());
    write(cluster, trace, new DatasetDescription.Time(origin, 0));
    notes.add("Workloads were drawn per job from those of the generator, whatever its duration.");
    notes.add("The table names no users: each virtual cluster counts as one.");
    return new ImportReport(request.out(), trace.size(), jobs.leftOut(), notes);
  }

  private void read(CsvRow row) {
    if (!jobs.isKept(HeliosJobFormat.reasonToLeaveOut(row))) {
      return;
    }
    JobId id =
        row.has(TraceColumn.JOB_ID) ? row.jobId(TraceColumn.JOB_ID) : JobId.of(row.line() - 1);
    String owner = row.has(TraceColumn.VC) ? row.requiredText(TraceColumn.VC) : name();
    long gpus = row.wholeNumber(TraceColumn.GPU_NUM, 1, MOST_GPUS, "");
    long submit = row.seconds(TraceColumn.SUBMIT_TIME, FIRST_DAY, -MANY_SECONDS, "");
    long duration = row.wholeNumber(TraceColumn.DURATION, 1, MOST_SECONDS, "");
    if (row.isGood()) {
      jobs.accept(row.line(), job(id, owner, (int) gpus, submit, duration));
    }
  }

  private static Trace.Job job(JobId id, String owner, int gpus, long submit, long duration) {
    return new Trace.Job(
        id, owner, owner, "", gpus, 0, "UNKNOWN", submit, duration, null, JobAttributes.NONE);
  }

  /** The file's name without its endings: a short name, and that of the only virtual cluster. */
  private String name() {
    String file = table.getFileName().toString();
    String name = file.replaceFirst("(?i)(\\.csv)?(\\.gz)?$", "");
    return name.isEmpty() ? file : name;
  }

  private Trace trace(ClusterDescription cluster, long shift) {
    WorkloadAssignment assignment = new WorkloadAssignment(AssignmentRule.JOB, profiles, seed);
    TraceCollector collector = new TraceCollector(table, problems, 0, cluster, null);
    jobs.sendSorted(job -> assignment.assign(job).submittedEarlierBy(shift), collector);
    problems.throwIfAny();
    return collector.trace();
  }

  private void write(ClusterDescription cluster, Trace trace, DatasetDescription.Time time) {
    DatasetDescription description =
        DatasetDescription.withUsualFiles(
            name(),
            "Jobs of %s, with nodes derived from use and workload types drawn per job, seed %d"
                .formatted(table.getFileName(), seed),
            time,
            cluster,
            null,
            Map.of(),
            ProfilerChoice.of(cluster, trace).orElse(null));
    try (DatasetWriter writer =
        DatasetWriter.create(request.out(), description, request.overwrite())) {
      writer.virtualClusters(cluster.virtualClusters());
      writer.jobs(trace);
      writer.profiles(profiles);
      writer.commit();
    }
  }
}
