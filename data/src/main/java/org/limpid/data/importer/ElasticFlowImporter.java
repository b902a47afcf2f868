package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.data.io.HeliosJobFormat;
import org.limpid.data.io.Limits;
import org.limpid.data.io.RowFaults;
import org.limpid.data.io.TraceColumn;
import org.limpid.files.DataException;

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
  private static final ImportOption<Path> THROUGHPUT =
      ImportOption.of(
          "throughput",
          "DIR",
          Path.class,
          "Throughput tables of the artifact, MODEL.csv: take the jobs as the artifact does, with"
              + " all their times, deadlines, iterations and scaling curves.");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "elasticflow",
          "Import a table of jobs of ElasticFlow, Philly or an ITP cluster; workloads are assigned."
              + " With --throughput jobs have deadlines, iterations and scaling curves.",
          "The table, such as philly.csv.gz or cluster01.csv.gz.",
          "philly.csv.gz --out philly",
          List.of(
              THROUGHPUT,
              ElasticMachines.NODES,
              UsedMachines.GPUS_PER_NODE,
              ElasticMachines.CLUSTER,
              ElasticTables.GPU_TYPE,
              UsedMachines.CAPACITY,
              ImportRun.SEED),
          request -> new ElasticFlowImporter(request).run());

  /** Options that say something of elastic jobs only. */
  private static final List<ImportOption<?>> ELASTIC =
      List.of(ElasticMachines.NODES, ElasticMachines.CLUSTER, ElasticTables.GPU_TYPE);

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

  private final ImportRequest request;
  private final Path table;
  private final UsedMachines machines;
  private final ImportRun run;

  private ElasticFlowImporter(ImportRequest request) {
    this.request = request;
    table = request.path();
    machines = new UsedMachines(request);
    run = new ImportRun(request);
  }

  /**
   * Imports the table.
   *
   * @throws DataException with all that is wrong with it
   */
  private ImportReport run() {
    Optional<Path> throughput = request.get(THROUGHPUT);
    if (throughput.isPresent()) {
      return runElastic(ElasticTables.read(throughput.get(), request.get(ElasticTables.GPU_TYPE)));
    }
    ELASTIC.stream()
        .filter(option -> request.get(option).isPresent())
        .findFirst()
        .ifPresent(option -> {
          throw ElasticMachines.refused(
              option, "expected --throughput, too", "Maybe add the folder with the tables.");
        });
    CsvInput.read(table, SCHEMA, run.problems(), this::read);
    run.requireJobs(table, "");
    ClusterDescription cluster = machines.fromUse(table, run.jobs(), run.notes());
    run.notes().add("The table names no users: each virtual cluster counts as one.");
    return run.finish(table, run.name(), FIRST_DAY, cluster, AssignmentRule.JOB);
  }

  private ImportReport runElastic(ElasticTables tables) {
    new ElasticFlowJobs(run, tables.curves(), FIRST_DAY).read(table);
    run.requireJobs(table, "");
    run.scaling(tables.curves());
    run.notes().add(tables.text());
    ClusterDescription cluster = new ElasticMachines(request).of(run, run.name());
    return run.finishUnshifted(table, run.name(), FIRST_DAY, cluster, AssignmentRule.JOB);
  }

  private void read(CsvRow row) {
    if (!run.jobs().isKept(HeliosJobFormat.reasonToLeaveOut(row))) {
      return;
    }
    JobId id =
        row.has(TraceColumn.JOB_ID) ? row.jobId(TraceColumn.JOB_ID) : JobId.of(row.line() - 1);
    String owner = row.has(TraceColumn.VC) ? row.requiredText(TraceColumn.VC) : run.name();
    long gpus = row.wholeNumber(TraceColumn.GPU_NUM, 1, MOST_GPUS, "");
    long submit = row.seconds(TraceColumn.SUBMIT_TIME, FIRST_DAY, -MANY_SECONDS, "");
    long duration = row.wholeNumber(TraceColumn.DURATION, 1, Limits.MAX_SECONDS, "");
    if (row.isGood()) {
      run.jobs().accept(row.line(), job(id, owner, (int) gpus, submit, duration));
    }
  }

  private static Trace.Job job(JobId id, String owner, int gpus, long submit, long duration) {
    return new Trace.Job(
        id, owner, owner, "", gpus, 0, "UNKNOWN", submit, duration, null, JobAttributes.NONE);
  }
}
