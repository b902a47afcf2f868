package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.data.io.RowFaults;
import org.limpid.files.Words;

/**
 * Makes a data set from a cluster of the Acme traces of jobs that develop large language models
 * (NSDI 2024): Seren, or Kalos with its further columns. Durations are recomputed from start and
 * end, as those of the table disagree with them. Left out, and counted, are CPU jobs, and jobs that
 * never started, had not ended or ran for 0 s.
 */
final class AcmeImporter {
  private static final ImportOption<Long> NODES =
      ImportOption.of(
          "nodes",
          "N",
          Long.class,
          "Nodes of the cluster; without it they follow from use. The paper has 286 for Seren and"
              + " 302 for Kalos.");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "acme",
          "Import Seren or Kalos of the Acme traces: jobs that develop large language models.",
          "The table: trace_seren.csv or trace_kalos.csv, plain, gzipped or in an archive.",
          "data/job_trace/trace_seren.csv --nodes 286 --out seren",
          List.of(NODES, UsedMachines.GPUS_PER_NODE, UsedMachines.CAPACITY, ImportRun.SEED),
          request -> new AcmeImporter(request).run());

  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(
                  Column.JOB_ID,
                  Column.USER,
                  Column.GPU_NUM,
                  Column.CPU_NUM,
                  Column.STATE,
                  Column.SUBMIT_TIME,
                  Column.START_TIME,
                  Column.END_TIME),
              List.of(
                  Column.NODE_NUM,
                  Column.TYPE,
                  Column.MEM_PER_POD_GB,
                  Column.FAIL_TIME,
                  Column.STOP_TIME,
                  Column.DURATION))
          .alias("mem_per_pod_GB", Column.MEM_PER_POD_GB)
          .ignoringOthers();

  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  /** Both clusters are in Shanghai, also where times are told in UTC. */
  private static final Duration ZONE = Duration.ofHours(8);

  private static final int MOST = 1_000_000;
  private static final int MIB_PER_GB = 1024;

  private enum Column {
    JOB_ID,
    USER,
    NODE_NUM,
    GPU_NUM,
    CPU_NUM,
    TYPE,
    STATE,
    SUBMIT_TIME,
    START_TIME,
    END_TIME,
    FAIL_TIME,
    STOP_TIME,
    DURATION,
    MEM_PER_POD_GB
  }

  private final Path table;
  private final Optional<Long> nodes;
  private final UsedMachines machines;
  private final ImportRun run;
  private long recomputed;

  private AcmeImporter(ImportRequest request) {
    table = request.path();
    nodes = request.get(NODES);
    machines = new UsedMachines(request);
    run = new ImportRun(request);
  }

  private ImportReport run() {
    CsvInput.read(table, SCHEMA, run.problems(), this::read);
    run.requireJobs(table, "");
    ClusterDescription cluster = cluster();
    run.notes()
        .add(
            "Durations are end - start; the column duration says otherwise of %s."
                .formatted(Words.count(recomputed, "job")));
    run.notes().add("Times are those of UTC+8, where the clusters stand.");
    run.notes()
        .add("The trace names no virtual clusters: all jobs belong to %s.".formatted(name()));
    return run.finish(table, name(), EPOCH, cluster, AssignmentRule.GROUP);
  }

  private String name() {
    return run.name().replaceFirst("^trace_", "");
  }

  private ClusterDescription cluster() {
    if (nodes.isEmpty()) {
      return machines.fromUse(table, run.jobs(), run.notes());
    }
    ClusterDescription cluster =
        machines.cluster(NodeSizes.parse(nodes.get().toString()).of(List.of(name()), false));
    run.jobs()
        .leaveOutJobs(
            job -> job.gpuCount() > cluster.gpuCount() ? "larger than the cluster" : null);
    run.requireJobs(table, "");
    return cluster;
  }

  private void read(CsvRow row) {
    if (!run.jobs().isKept(noSubject(row))) {
      return;
    }
    long submit = seconds(row, Column.SUBMIT_TIME);
    long start = seconds(row, Column.START_TIME);
    long end = seconds(row, end(row).orElseThrow());
    int gpus = (int) row.wholeNumber(Column.GPU_NUM, 1, MOST, "");
    int cpus = (int) row.wholeNumber(Column.CPU_NUM, 0, MOST, "");
    JobAttributes attributes = attributes(row, start, end);
    if (row.isGood() && run.jobs().isKept(RowFaults.ofTimes(submit, start, end))) {
      recomputed += isAsTold(row, end - start) ? 0 : 1;
      run.jobs()
          .accept(
              row.line(),
              new Trace.Job(
                  row.jobId(Column.JOB_ID),
                  row.requiredText(Column.USER),
                  name(),
                  "",
                  gpus,
                  cpus,
                  row.text(Column.STATE),
                  submit,
                  end - start,
                  null,
                  attributes));
    }
  }

  private static String noSubject(CsvRow row) {
    if (row.isMissing(Column.GPU_NUM)) {
      return RowFaults.NO_GPUS;
    }
    if (row.text(Column.GPU_NUM).matches("0(\\.0*)?")) {
      return RowFaults.CPU_JOB;
    }
    if (row.isMissing(Column.SUBMIT_TIME)) {
      return RowFaults.NO_SUBMISSION;
    }
    if (row.isMissing(Column.START_TIME)) {
      return RowFaults.NEVER_STARTED;
    }
    return end(row).isEmpty() ? RowFaults.UNFINISHED : null;
  }

  /** Kalos leaves the end empty where it tells when a job failed or was stopped. */
  private static Optional<Column> end(CsvRow row) {
    return List.of(Column.END_TIME, Column.STOP_TIME, Column.FAIL_TIME).stream()
        .filter(column -> row.has(column) && !row.isMissing(column))
        .findFirst();
  }

  /** Seconds since 1970 of the clock in Shanghai. */
  private static long seconds(CsvRow row, Column column) {
    Optional<DateText> time =
        DateText.parse(row.text(column).strip(), DateText.DateOrder.UNKNOWN)
            .filter(each -> each.kind() == DateText.Kind.ZONED);
    if (time.isEmpty()) {
      row.problem(column, "expected a time with its zone, such as 2023-03-01 09:00:00+08:00", "");
    }
    return time.map(DateText::seconds).orElse(0L) + ZONE.toSeconds();
  }

  private static boolean isAsTold(CsvRow row, long seconds) {
    return !row.has(Column.DURATION)
        || row.isMissing(Column.DURATION)
        || row.text(Column.DURATION).replaceFirst("\\.0*$", "").equals(Long.toString(seconds));
  }

  private static JobAttributes attributes(CsvRow row, long start, long end) {
    JobAttributes known =
        JobAttributes.NONE.with(JobAttribute.START_TIME, start).with(JobAttribute.END_TIME, end);
    long count = 1;
    if (row.has(Column.NODE_NUM) && !row.isMissing(Column.NODE_NUM)) {
      count = Math.max(1, row.wholeNumber(Column.NODE_NUM, 0, MOST, ""));
      known = known.with(JobAttribute.NODE_NUM, count);
    }
    if (row.has(Column.MEM_PER_POD_GB) && !row.isMissing(Column.MEM_PER_POD_GB)) {
      long memory = Math.round(row.number(Column.MEM_PER_POD_GB, 0, MOST, "") * MIB_PER_GB * count);
      known = memory > 0 ? known.with(JobAttribute.MEMORY_MIB, memory) : known;
    }
    return row.isEmpty(Column.TYPE)
        ? known
        : known.with(JobAttribute.JOB_CLASS, row.text(Column.TYPE));
  }
}
