package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
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
 * Makes a data set from the spot-GPU trace of Alibaba (clusterdata, 2026): jobs of several workers,
 * each with a fraction of a GPU or several ones, of high priority or spot. Left out, and counted,
 * are jobs without GPUs, those that ran for 0 s, and those larger than all nodes of their GPU type.
 */
final class SpotGpuImporter {
  private static final String OBSERVED = "observed";
  private static final ImportOption<String> STARTS =
      ImportOption.choice(
          "starts",
          "START",
          String.class,
          Map.of(OBSERVED, OBSERVED),
          "observed: each job started when it was submitted, as the trace shows it, and pools have"
              + " the nodes that this takes. Without it, starts are unknown.");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "spot-gpu",
          "Import the spot-GPU trace of Alibaba, 2026: GPU types, workers, spot jobs.",
          "Folder or archive with job_info_df.csv and node_info_df.csv.",
          "cluster-trace-v2026-spot-gpu --out spot",
          List.of(GpuPools.KIND, STARTS, ImportRun.SEED),
          request -> new SpotGpuImporter(request).run());

  private static final CsvSchema JOB_SCHEMA =
      CsvSchema.of(List.of(Job.values()), List.<Job>of()).ignoringOthers();
  private static final CsvSchema NODE_SCHEMA =
      CsvSchema.of(List.of(Node.values()), List.<Node>of()).ignoringOthers();

  /** Nobody tells the first day. */
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2025, 1, 1, 0, 0);

  /** Of the whole trace. */
  private static final Duration SPAN = Duration.ofDays(184);

  /** Spot jobs are preempted for those of high priority; other classes have no rank. */
  private static final Map<String, Long> URGENCY = Map.of("HP", 1L, "Spot", 0L);

  private static final int WHOLE = 1000;
  private static final double MOST = 1e9;

  private enum Job {
    JOB_NAME,
    ORGANIZATION,
    GPU_MODEL,
    CPU_REQUEST,
    GPU_REQUEST,
    WORKER_NUM,
    SUBMIT_TIME,
    DURATION,
    JOB_TYPE
  }

  private enum Node {
    GPU_MODEL,
    GPU_CAPACITY_NUM,
    CPU_NUM
  }

  private final ImportRequest request;
  private final ImportRun run;
  private final GpuPools pools;
  private long parts;
  private final boolean asObserved;
  private long severalWorkers;
  private long running;
  private long censored;

  private SpotGpuImporter(ImportRequest request) {
    this.request = request;
    run = new ImportRun(request);
    pools = new GpuPools(request);
    asObserved = request.get(STARTS).isPresent();
  }

  private ImportReport run() {
    SourceFolder source = new SourceFolder(request.path());
    Path jobs = source.require("job_info_df.csv", run.problems());
    Path nodes = source.require("node_info_df.csv", run.problems());
    run.problems().throwIfAny();
    CsvInput.read(nodes, NODE_SCHEMA, run.problems(), this::addNode);
    run.problems().throwIfAny();
    pools.cluster(nodes);
    CsvInput.read(jobs, JOB_SCHEMA, run.problems(), this::read);
    run.requireJobs(jobs, "");
    tell();
    ClusterDescription cluster = pools.cluster(nodes);
    return run.finish(jobs, "spot-gpu", FIRST_DAY, cluster, AssignmentRule.GROUP);
  }

  private void addNode(CsvRow row) {
    long gpus = whole(row, Node.GPU_CAPACITY_NUM, ClusterDescription.MAX_GPUS_PER_NODE);
    long cpus = whole(row, Node.CPU_NUM, MOST);
    String model = row.requiredText(Node.GPU_MODEL);
    if (row.isGood() && gpus > 0) {
      pools.addNode(model, (int) gpus, (int) cpus, 0);
    }
  }

  /** All numbers of the trace are written as fractions. */
  private static long whole(CsvRow row, Enum<?> column, double most) {
    return Math.round(row.number(column, 0, most, ""));
  }

  private void read(CsvRow row) {
    long workers = whole(row, Job.WORKER_NUM, MOST / WHOLE);
    long milli = Math.round(row.number(Job.GPU_REQUEST, 0, WHOLE, "") * workers * WHOLE);
    long cpus = (long) Math.ceil(row.number(Job.CPU_REQUEST, 0, MOST / WHOLE, "") * workers);
    long submit = whole(row, Job.SUBMIT_TIME, MOST);
    long seconds = whole(row, Job.DURATION, MOST);
    String type = row.requiredText(Job.GPU_MODEL);
    String user = row.requiredText(Job.ORGANIZATION);
    String priority = row.requiredText(Job.JOB_TYPE);
    if (!row.isGood() || !run.jobs().isKept(reasonToLeaveOut(milli, seconds))) {
      return;
    }
    int gpus = (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(milli, WHOLE));
    Optional<String> pool = pools.poolFor(List.of(type), gpus, false);
    if (run.jobs().isKept(pool.isEmpty() ? GpuPools.TOO_LARGE : null)) {
      JobAttributes attributes =
          attributes(submit, seconds)
              .with(JobAttribute.GPU_MILLI, milli)
              .with(JobAttribute.GPU_TYPE, type)
              .with(JobAttribute.JOB_CLASS, priority)
              .with(JobAttribute.PRIORITY, URGENCY.get(priority));
      count(attributes, workers);
      run.jobs()
          .accept(
              row.line(),
              new Trace.Job(
                  row.jobId(Job.JOB_NAME),
                  user,
                  pool.orElseThrow(),
                  "",
                  gpus,
                  (int) Math.min(Integer.MAX_VALUE, cpus),
                  TableJobs.UNKNOWN_STATE,
                  submit,
                  seconds,
                  null,
                  attributes));
    }
  }

  private static String reasonToLeaveOut(long milli, long seconds) {
    if (milli == 0) {
      return RowFaults.CPU_JOB;
    }
    return seconds == 0 ? RowFaults.NEVER_RAN : null;
  }

  /** Jobs of the first day are mostly those that were there already. */
  private JobAttributes attributes(long submit, long seconds) {
    JobAttributes known =
        asObserved
            ? JobAttributes.NONE
                .with(JobAttribute.START_TIME, submit)
                .with(JobAttribute.END_TIME, submit + seconds)
            : JobAttributes.NONE;
    known =
        submit < Duration.ofDays(1).toSeconds()
            ? known.with(JobAttribute.RUNNING_AT_START, 1)
            : known;
    return submit + seconds >= SPAN.toSeconds() - 1 ? known.with(JobAttribute.CENSORED, 1) : known;
  }

  private void count(JobAttributes attributes, long workers) {
    severalWorkers += workers > 1 ? 1 : 0;
    parts += attributes.number(JobAttribute.GPU_MILLI) % WHOLE == 0 ? 0 : 1;
    running += attributes.has(JobAttribute.RUNNING_AT_START) ? 1 : 0;
    censored += attributes.has(JobAttribute.CENSORED) ? 1 : 0;
  }

  private void tell() {
    run.notes().addAll(pools.notes());
    run.tellParts(parts);
    run.notes()
        .add(
            Words.counted(
                "%,d {job of the first day counts|jobs of the first day count} as running when the"
                    + " trace began: {perhaps it was|most of them were} submitted earlier.",
                running));
    run.notes()
        .add(
            Words.counted(
                "%,d {job|jobs} lasted until the trace ended after "
                    + SPAN.toDays()
                    + " days: {its duration is|their durations are} censored.",
                censored));
    if (severalWorkers > 0) {
      run.notes()
          .add(
              "%s of several workers: each is one job with the GPUs and CPUs of all of them."
                  .formatted(Words.count(severalWorkers, "job")));
    }
    tellStarts();
    run.tellFirstDay(FIRST_DAY);
  }

  private void tellStarts() {
    if (!asObserved) {
      run.notes()
          .add(
              "The trace tells no starts, and not whether durations include waiting after"
                  + " preemption. --starts observed takes submissions for starts.");
      return;
    }
    List<String> grown = pools.growToUse(run.jobs());
    run.notes()
        .add(
            "Each job counts as started when it was submitted: nobody waited."
                + (grown.isEmpty()
                    ? ""
                    : " More was in use than there is, so that pools have as many nodes as were: %s."
                        .formatted(String.join(", ", grown))));
  }
}
