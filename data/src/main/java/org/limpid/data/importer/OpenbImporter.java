package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * Makes a data set from the openb trace of Alibaba (clusterdata, gpu-v2023): pods of at most one
 * node, with fractions of GPUs and GPU types. Left out, and counted, are pods without GPUs, pods
 * that never started or ran for 0 s, and those that no node is large enough for.
 */
final class OpenbImporter {
  private static final ImportOption<String> PODS =
      ImportOption.of(
          "pods",
          "NAME",
          String.class,
          "Which list of pods: openb_pod_list_NAME.csv (default). The others are samples of it.");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "openb",
          "Import the openb trace of Alibaba, 2023: pods with fractions and types of GPUs.",
          "Folder or archive with openb_pod_list_default.csv and openb_node_list_gpu_node.csv.",
          "cluster-trace-gpu-v2023/csv --out openb",
          List.of(PODS, GpuPools.KIND, ImportRun.SEED),
          request -> new OpenbImporter(request).run());

  private static final CsvSchema POD_SCHEMA =
      CsvSchema.of(List.of(Pod.values()), List.<Pod>of()).ignoringOthers();
  private static final CsvSchema NODE_SCHEMA =
      CsvSchema.of(List.of(Node.values()), List.<Node>of()).ignoringOthers();

  /** Nobody tells the first day. */
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2023, 1, 1, 0, 0);

  private static final int WHOLE = 1000;
  private static final long MOST = 1_000_000_000L;

  private enum Pod {
    NAME,
    CPU_MILLI,
    MEMORY_MIB,
    NUM_GPU,
    GPU_MILLI,
    GPU_SPEC,
    QOS,
    POD_PHASE,
    CREATION_TIME,
    DELETION_TIME,
    SCHEDULED_TIME
  }

  private enum Node {
    CPU_MILLI,
    MEMORY_MIB,
    GPU,
    MODEL
  }

  private final ImportRequest request;
  private final ImportRun run;
  private final GpuPools pools;
  private long parts;
  private long running;

  private OpenbImporter(ImportRequest request) {
    this.request = request;
    run = new ImportRun(request);
    pools = new GpuPools(request);
  }

  private ImportReport run() {
    SourceFolder source = new SourceFolder(request.path());
    String list = "openb_pod_list_%s.csv".formatted(request.get(PODS).orElse("default"));
    Path pods = source.require(list, run.problems());
    Path nodes = source.require("openb_node_list_gpu_node.csv", run.problems());
    run.problems().throwIfAny();
    CsvInput.read(nodes, NODE_SCHEMA, run.problems(), this::addNode);
    run.problems().throwIfAny();
    ClusterDescription cluster = pools.cluster(nodes);
    CsvInput.read(pods, POD_SCHEMA, run.problems(), this::read);
    run.requireJobs(pods, "");
    tell();
    return run.finish(pods, "openb", FIRST_DAY, cluster, AssignmentRule.JOB);
  }

  private void addNode(CsvRow row) {
    int gpus = (int) row.wholeNumber(Node.GPU, 0, ClusterDescription.MAX_GPUS_PER_NODE, "");
    long cpus = row.wholeNumber(Node.CPU_MILLI, 0, MOST, "") / WHOLE;
    long memory = row.wholeNumber(Node.MEMORY_MIB, 0, MOST, "");
    String model = row.requiredText(Node.MODEL);
    if (row.isGood() && gpus > 0) {
      pools.addNode(model, gpus, (int) cpus, memory);
    }
  }

  private void read(CsvRow row) {
    if (!run.jobs().isKept(reasonToLeaveOut(row))) {
      return;
    }
    int gpus = (int) row.wholeNumber(Pod.NUM_GPU, 1, ClusterDescription.MAX_GPUS_PER_NODE, "");
    long start = row.seconds(Pod.SCHEDULED_TIME, FIRST_DAY, 0, "");
    long end = row.seconds(Pod.DELETION_TIME, FIRST_DAY, 0, "");
    long submit = row.seconds(Pod.CREATION_TIME, FIRST_DAY, 0, "");
    long cpus = Math.ceilDiv(row.wholeNumber(Pod.CPU_MILLI, 0, MOST, ""), WHOLE);
    JobAttributes attributes = attributes(row, gpus, start, end);
    if (!row.isGood() || !run.jobs().isKept(RowFaults.ofTimes(submit, start, end))) {
      return;
    }
    Optional<String> pool = pools.poolFor(types(row), gpus, true);
    if (run.jobs().isKept(pool.isEmpty() ? GpuPools.TOO_LARGE : null)) {
      count(row, attributes);
      run.jobs()
          .accept(
              row.line(),
              new Trace.Job(
                  row.jobId(Pod.NAME),
                  pool.orElseThrow(),
                  pool.orElseThrow(),
                  "",
                  gpus,
                  (int) cpus,
                  row.text(Pod.POD_PHASE),
                  submit,
                  end - start,
                  null,
                  attributes));
    }
  }

  private static String reasonToLeaveOut(CsvRow row) {
    if (row.text(Pod.NUM_GPU).equals("0")) {
      return RowFaults.CPU_JOB;
    }
    if (row.isMissing(Pod.SCHEDULED_TIME)) {
      return RowFaults.NEVER_STARTED;
    }
    return row.isMissing(Pod.DELETION_TIME) ? RowFaults.UNFINISHED : null;
  }

  private static List<String> types(CsvRow row) {
    return Stream.of(row.text(Pod.GPU_SPEC).split("\\|")).filter(each -> !each.isEmpty()).toList();
  }

  private JobAttributes attributes(CsvRow row, int gpus, long start, long end) {
    long milli = row.wholeNumber(Pod.GPU_MILLI, 1, WHOLE, "");
    long memory = row.wholeNumber(Pod.MEMORY_MIB, 0, MOST, "");
    JobAttributes known =
        JobAttributes.NONE
            .with(JobAttribute.GPU_MILLI, gpus * milli)
            .with(JobAttribute.JOB_CLASS, row.requiredText(Pod.QOS))
            .with(JobAttribute.START_TIME, start)
            .with(JobAttribute.END_TIME, end)
            .with(JobAttribute.NODE_NUM, 1);
    known = memory > 0 ? known.with(JobAttribute.MEMORY_MIB, memory) : known;
    known = isRunning(row) ? known.with(JobAttribute.CENSORED, 1) : known;
    return row.isEmpty(Pod.GPU_SPEC)
        ? known
        : known.with(JobAttribute.GPU_TYPE, row.text(Pod.GPU_SPEC));
  }

  /** Then its deletion is the end of the observation. */
  private static boolean isRunning(CsvRow row) {
    return row.text(Pod.POD_PHASE).equals("Running");
  }

  private void count(CsvRow row, JobAttributes attributes) {
    parts += attributes.number(JobAttribute.GPU_MILLI) % WHOLE == 0 ? 0 : 1;
    running += isRunning(row) ? 1 : 0;
  }

  private void tell() {
    run.notes().addAll(pools.notes());
    run.tellParts(parts);
    run.notes()
        .add(
            Words.counted(
                "%,d {pod was running when it was last seen: its duration is|pods were running when"
                    + " they were last seen: their durations are} censored.",
                running));
    run.notes().add("The trace names no users: each virtual cluster counts as one.");
    run.tellFirstDay(FIRST_DAY);
  }
}
