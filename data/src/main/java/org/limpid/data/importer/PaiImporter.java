package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvHeader;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.data.io.RowFaults;
import org.limpid.files.DataException;

/**
 * Makes a data set from the PAI trace of Alibaba (clusterdata, gpu-v2020): jobs of several tasks,
 * each of instances with fractions of GPUs. Tables of instances and sensors are not read. A job
 * runs from the start of its first task to its own end. Left out, and counted, are jobs that never
 * started, had not ended or ran for 0 s, those without GPUs, and those larger than all nodes of
 * their GPU type.
 */
final class PaiImporter {
  static final TraceImporter IMPORTER =
      new TraceImporter(
          "pai",
          "Import the PAI trace of Alibaba, 2020: tasks, fractions and types of GPUs.",
          "Folder or archive with pai_job_table.csv and the others, or their tar.gz, and .header.",
          "cluster-trace-gpu-v2020/data --out pai",
          List.of(GpuPools.KIND, ImportRun.SEED),
          request -> new PaiImporter(request).run());

  /** Times, read as seconds since 1970, have the hours and days of the week of this clock. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 8, 0);

  private static final double MOST = 1e9;
  private static final int MILLI_PER_PERCENT = 10;
  private static final int MILLI = 1000;
  private static final int MIB_PER_GB = 1024;
  private static final double PERCENT = 100;

  private enum Job {
    JOB_NAME,
    INST_ID,
    USER,
    STATUS,
    START_TIME,
    END_TIME
  }

  private enum Task {
    JOB_NAME,
    INST_NUM,
    START_TIME,
    PLAN_CPU,
    PLAN_MEM,
    PLAN_GPU,
    GPU_TYPE
  }

  private enum Tag {
    INST_ID,
    GROUP,
    WORKLOAD
  }

  private enum Machine {
    GPU_TYPE,
    CAP_CPU,
    CAP_MEM,
    CAP_GPU
  }

  /** What the tasks of a job ask for in all. */
  private static final class Demand {
    private final Set<String> types = new HashSet<>();
    private double gpuPercent;
    private double cpuPercent;
    private double memoryGb;
    private double startSeconds = Double.NaN;
    private boolean hasGpus;

    void add(CsvRow row) {
      double instances = number(row, Task.INST_NUM).orElse(1);
      OptionalDouble gpus = number(row, Task.PLAN_GPU);
      hasGpus |= gpus.isPresent();
      gpuPercent += instances * gpus.orElse(0);
      cpuPercent += instances * number(row, Task.PLAN_CPU).orElse(0);
      memoryGb += instances * number(row, Task.PLAN_MEM).orElse(0);
      number(row, Task.START_TIME)
          .ifPresent(start ->
              startSeconds = Double.isNaN(startSeconds) ? start : Math.min(startSeconds, start));
      if (!row.isMissing(Task.GPU_TYPE)) {
        types.add(row.text(Task.GPU_TYPE));
      }
    }
  }

  private record Group(String name, String workload) {}

  private final SourceFolder source;
  private final ImportRun run;
  private final GpuPools pools;
  private final Map<String, Demand> demands = new HashMap<>();
  private final Map<String, Group> groups = new HashMap<>();
  private long parts;

  private PaiImporter(ImportRequest request) {
    source = new SourceFolder(request.path());
    run = new ImportRun(request);
    pools = new GpuPools(request);
  }

  private ImportReport run() {
    Path machines = require("pai_machine_spec");
    Path tasks = require("pai_task_table");
    Path jobs = require("pai_job_table");
    run.problems().throwIfAny();
    read(machines, "pai_machine_spec", Machine.values(), this::addMachine);
    ClusterDescription cluster = pools.cluster(machines);
    read(tasks, "pai_task_table", Task.values(), this::addTask);
    Optional<Path> tags = find("pai_group_tag_table");
    tags.ifPresent(file -> read(file, "pai_group_tag_table", Tag.values(), this::addGroup));
    read(jobs, "pai_job_table", Job.values(), this::read);
    run.requireJobs(jobs, "");
    run.notes().addAll(pools.notes());
    run.tellParts(parts);
    tell(tags.isPresent());
    return run.finish(jobs, "pai", EPOCH, cluster, AssignmentRule.GROUP);
  }

  private void tell(boolean tagged) {
    run.notes()
        .add(
            tagged
                ? "Groups are those of pai_group_tag_table.csv: repeated submissions; names of jobs"
                    + " are its workloads."
                : "There is no pai_group_tag_table.csv: jobs have no groups and no names.");
    run.notes()
        .add("Hours and days of the week are right; dates were shifted by those who published it.");
  }

  /** A table lies there as it is, or alone in an archive. */
  private Optional<Path> find(String table) {
    return source.find(table + ".csv", table + ".tar.gz");
  }

  private Path require(String table) {
    return find(table).orElseGet(() -> source.require(table + ".csv", run.problems()));
  }

  private <E extends Enum<E>> void read(
      Path file, String table, E[] columns, Consumer<CsvRow> consumer) {
    CsvSchema schema = CsvSchema.of(List.of(columns), List.<E>of()).ignoringOthers();
    CsvInput.readHeaderless(file, names(table), schema, run.problems(), consumer);
    run.problems().throwIfAny();
  }

  private List<String> names(String table) {
    Path header = source.require(table + ".header", run.problems());
    run.problems().throwIfAny();
    return CsvHeader.read(header, run.problems())
        .orElseThrow(() -> new DataException(run.problems().list()))
        .names();
  }

  private void addMachine(CsvRow row) {
    double gpus = number(row, Machine.CAP_GPU).orElse(0);
    if (row.isGood() && gpus >= 1) {
      pools.addNode(
          row.requiredText(Machine.GPU_TYPE),
          (int) Math.min(ClusterDescription.MAX_GPUS_PER_NODE, gpus),
          (int) number(row, Machine.CAP_CPU).orElse(0),
          (long) (number(row, Machine.CAP_MEM).orElse(0) * MIB_PER_GB));
    }
  }

  private void addTask(CsvRow row) {
    demands.computeIfAbsent(row.text(Task.JOB_NAME), _ -> new Demand()).add(row);
  }

  private void addGroup(CsvRow row) {
    groups.put(
        row.text(Tag.INST_ID),
        new Group(row.text(Tag.GROUP), row.isMissing(Tag.WORKLOAD) ? "" : row.text(Tag.WORKLOAD)));
  }

  private static OptionalDouble number(CsvRow row, Enum<?> column) {
    return row.isMissing(column)
        ? OptionalDouble.empty()
        : OptionalDouble.of(row.number(column, 0, MOST, ""));
  }

  private void read(CsvRow row) {
    Demand demand = demands.get(row.text(Job.JOB_NAME));
    OptionalDouble submit = number(row, Job.START_TIME);
    OptionalDouble end = number(row, Job.END_TIME);
    if (row.isGood() && run.jobs().isKept(noSubject(row, demand, submit, end))) {
      accept(row, demand, Math.round(submit.orElseThrow()), Math.round(end.orElseThrow()));
    }
  }

  private static String noSubject(
      CsvRow row, Demand demand, OptionalDouble submit, OptionalDouble end) {
    if (demand == null) {
      return "without a task";
    }
    if (!demand.hasGpus) {
      return RowFaults.NO_GPUS;
    }
    if (submit.isEmpty()) {
      return RowFaults.NO_SUBMISSION;
    }
    if (Double.isNaN(demand.startSeconds)) {
      return RowFaults.NEVER_STARTED;
    }
    if (end.isEmpty()) {
      return RowFaults.isUnfinished(row.text(Job.STATUS))
          ? RowFaults.UNFINISHED
          : RowFaults.NO_DURATION;
    }
    return demand.gpuPercent == 0 ? RowFaults.CPU_JOB : null;
  }

  private void accept(CsvRow row, Demand demand, long submit, long end) {
    long start = Math.round(demand.startSeconds);
    long milli = Math.max(1, Math.round(demand.gpuPercent * MILLI_PER_PERCENT));
    int gpus = (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(milli, MILLI));
    if (!run.jobs().isKept(RowFaults.ofTimes(submit, start, end))) {
      return;
    }
    Optional<String> pool = pools.poolFor(demand.types, gpus, false);
    if (run.jobs().isKept(pool.isEmpty() ? GpuPools.TOO_LARGE : null)) {
      parts += milli % MILLI == 0 ? 0 : 1;
      Group group = groups.getOrDefault(row.text(Job.INST_ID), new Group("", ""));
      run.jobs()
          .accept(
              row.line(),
              new Trace.Job(
                  row.jobId(Job.JOB_NAME),
                  row.requiredText(Job.USER),
                  pool.orElseThrow(),
                  group.workload(),
                  gpus,
                  (int) Math.min(MOST, Math.ceil(demand.cpuPercent / PERCENT)),
                  row.text(Job.STATUS),
                  submit,
                  end - start,
                  null,
                  attributes(demand, group, milli, start, end)));
    }
  }

  private static JobAttributes attributes(
      Demand demand, Group group, long milli, long start, long end) {
    long memory = Math.round(demand.memoryGb * MIB_PER_GB);
    JobAttributes known =
        JobAttributes.NONE
            .with(JobAttribute.GPU_MILLI, milli)
            .with(JobAttribute.START_TIME, start)
            .with(JobAttribute.END_TIME, end);
    known = memory > 0 ? known.with(JobAttribute.MEMORY_MIB, memory) : known;
    known =
        demand.types.isEmpty()
            ? known
            : known.with(
                JobAttribute.GPU_TYPE, String.join("|", demand.types.stream().sorted().toList()));
    return group.name().isEmpty() ? known : known.with(JobAttribute.JOB_GROUP, group.name());
  }
}
