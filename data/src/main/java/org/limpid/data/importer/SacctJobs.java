package org.limpid.data.importer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;

/**
 * Makes jobs of the rows of {@code sacct}. Steps, jobs that never started or had not ended, and,
 * unless they count as whole nodes, jobs without GPUs are left out. Rows with the same id and user
 * are the attempts of one job: it lasts as long as all of them. Not safe for several threads.
 */
final class SacctJobs {
  private static final int MINUTE = 60;
  private static final int USUAL_GPUS_PER_NODE = 8;
  private static final Pattern MEMBER = Pattern.compile("(\\d+)([_+])\\d+");
  private static final Pattern GPU_TYPE = Pattern.compile("gres/gpu:([^=,]+)=");
  private static final Pattern MEMORY = Pattern.compile("(?:^|,)mem=([^,]+)");
  private static final String CANCELLED_BY = " by \\d+$";

  private final LogImport log;
  private final CpuJobs cpuJobs;
  private final Map<String, Attempt> attempts = new LinkedHashMap<>();
  private int mostGpusOfNode;

  /** What becomes of jobs without GPUs. */
  enum CpuJobs {
    /** They are left out. */
    LEAVE_OUT,
    /** They have all GPUs of their nodes. */
    WHOLE_NODES;

    static Map<String, CpuJobs> byName() {
      Map<String, CpuJobs> rules = new LinkedHashMap<>();
      rules.put("leave-out", LEAVE_OUT);
      rules.put("whole-nodes", WHOLE_NODES);
      return rules;
    }
  }

  /** A job, or one run of it. */
  private record Attempt(
      TextRow row,
      JobId id,
      double gpus,
      double nodes,
      long submit,
      long start,
      long end,
      double seconds,
      long number,
      JobAttributes known) {
    Attempt then(Attempt next) {
      return new Attempt(
          next.row,
          id,
          next.gpus,
          next.nodes,
          Math.min(submit, next.submit),
          Math.min(start, next.start),
          Math.max(end, next.end),
          seconds + next.seconds,
          number + next.number,
          next.known);
    }
  }

  SacctJobs(LogImport log, CpuJobs cpuJobs) {
    this.log = log;
    this.cpuJobs = cpuJobs;
  }

  void read(TextRow row) {
    String id = row.text("JobID", "JobIDRaw");
    if (!log.run().jobs().isKept(id.contains(".") ? TableJobs.STEP : null)) {
      return;
    }
    OptionalLong submit = log.times().seconds(row, "Submit");
    OptionalLong start = log.times().seconds(row, "Start");
    OptionalLong end = log.times().seconds(row, "End");
    if (log.run().jobs().isKept(LogImport.missing(submit, start, end))) {
      Optional<JobId> parsed = JobId.parse(id);
      if (parsed.isEmpty()) {
        row.problem("JobID", "expected the id of a job", "");
        return;
      }
      Attempt attempt =
          attempt(row, parsed.get(), submit.getAsLong(), start.getAsLong(), end.getAsLong());
      attempts.merge(id + ' ' + row.text("User"), attempt, Attempt::then);
    }
  }

  private Attempt attempt(TextRow row, JobId id, long submit, long start, long end) {
    double gpus = gpus(row);
    double nodes = row.number("NNodes").orElse(0);
    if (gpus > 0 && nodes > 0) {
      mostGpusOfNode = (int) Math.max(mostGpusOfNode, Math.min(1e6, Math.ceil(gpus / nodes)));
    }
    double seconds = seconds(row, end - start);
    return new Attempt(row, id, gpus, nodes, submit, start, end, seconds, 1, known(row, submit));
  }

  /** GPUs that it had, else those that it asked for; 0: none. */
  private static double gpus(TextRow row) {
    String resources = row.text("AllocTRES", "ReqTRES");
    OptionalDouble gpus = resources.isEmpty() ? OptionalDouble.of(0) : ResourceText.gpus(resources);
    if (gpus.isEmpty()) {
      row.problem("AllocTRES", "expected resources such as cpu=8,gres/gpu=2", "");
    }
    return gpus.orElse(0);
  }

  /** What Slurm counted, which is without the time that the job was suspended. */
  private double seconds(TextRow row, double fromStartToEnd) {
    OptionalDouble counted = DurationText.seconds(row.text("ElapsedRaw", "Elapsed"), 1);
    if (counted.isPresent() && Math.abs(counted.getAsDouble() - fromStartToEnd) >= MINUTE) {
      log.filled()
          .count(
              "%,d {job|jobs} ran for another time than from start to end, by the count of Slurm,"
                  + " which is taken. {It was|They were} suspended, or a clock was set.");
    }
    return counted.orElse(fromStartToEnd);
  }

  private JobAttributes known(TextRow row, long submit) {
    JobAttributes known = grouped(row.text("JobID"));
    OptionalLong eligible = log.times().seconds(row, "Eligible");
    if (eligible.isPresent()
        && eligible.getAsLong() >= submit
        && eligible.getAsLong() <= ObservedTimes.MOST) {
      known = known.with(JobAttribute.ELIGIBLE_TIME, eligible.getAsLong());
    }
    known = LogImport.with(known, JobAttribute.TIME_LIMIT, limit(row));
    known = LogImport.with(known, JobAttribute.PRIORITY, row.number("Priority"));
    known = LogImport.with(known, JobAttribute.NODE_NUM, row.number("NNodes"));
    known = LogImport.with(known, JobAttribute.MEMORY_MIB, memory(row));
    known = with(known, JobAttribute.JOB_CLASS, row.text("QOS"));
    known = with(known, JobAttribute.GPU_TYPE, gpuTypes(row.text("ReqTRES")));
    return with(known, JobAttribute.NODE_NAMES, nodes(row));
  }

  private static JobAttributes with(JobAttributes known, JobAttribute attribute, String text) {
    return text.isEmpty() ? known : known.with(attribute, text);
  }

  /** Parts of a job that start together, or of an array. */
  private static JobAttributes grouped(String id) {
    Matcher member = MEMBER.matcher(id);
    return member.matches()
        ? JobAttributes.NONE
            .with(JobAttribute.JOB_GROUP, member.group(1))
            .with(JobAttribute.GROUP_KIND, member.group(2).equals("_") ? "array" : "gang")
        : JobAttributes.NONE;
  }

  private static OptionalDouble limit(TextRow row) {
    String text = row.text("TimelimitRaw", "Timelimit");
    return DurationText.isUnlimited(text)
        ? OptionalDouble.empty()
        : DurationText.seconds(text, MINUTE);
  }

  private static OptionalDouble memory(TextRow row) {
    Matcher memory = MEMORY.matcher(row.text("ReqTRES"));
    return memory.find() ? ResourceText.mib(memory.group(1), 1, 1, 1) : OptionalDouble.empty();
  }

  private static String gpuTypes(String requested) {
    return GPU_TYPE
        .matcher(requested)
        .results()
        .map(each -> each.group(1))
        .collect(Collectors.joining("|"));
  }

  private String nodes(TextRow row) {
    String text = row.text("NodeList");
    Optional<List<String>> names =
        text.isEmpty() ? Optional.of(List.of()) : NodeListText.expand(text);
    if (names.isEmpty()) {
      log.filled().count("%,d {job has|jobs have} a list of nodes that can't be read.");
    }
    return String.join("|", names.orElse(List.of()));
  }

  /** The most GPUs that a job had on each of its nodes, as far as they are known. */
  int gpusOfNode() {
    return mostGpusOfNode < 1 || mostGpusOfNode > ClusterDescription.MAX_GPUS_PER_NODE
        ? USUAL_GPUS_PER_NODE
        : mostGpusOfNode;
  }

  /** Hands over the jobs, all rows of which are read. */
  void take(int gpusPerNode) {
    attempts.values().forEach(each -> take(each, gpusPerNode));
    if (cpuJobs == CpuJobs.WHOLE_NODES) {
      log.run()
          .notes()
          .add(
              "Jobs without GPUs count as if they had all %d GPUs of each of their nodes."
                  .formatted(gpusPerNode));
    }
  }

  private void take(Attempt job, int gpusPerNode) {
    boolean isWhole = cpuJobs == CpuJobs.WHOLE_NODES && job.gpus() == 0;
    double gpus = isWhole ? job.nodes() * gpusPerNode : job.gpus();
    if (!log.run().jobs().isKept(LogImport.misfit(gpus, job.seconds()))) {
      return;
    }
    JobAttributes known =
        ObservedTimes.add(
            job.known(),
            job.submit(),
            OptionalLong.of(job.start()),
            OptionalLong.of(job.end()),
            log.filled());
    log.take(job.row(), job.id(), told(job, gpus), tried(job, known));
  }

  /** Slurm counts how often a job was started again; with --duplicates each start has a row. */
  private JobAttributes tried(Attempt job, JobAttributes known) {
    double restarts = job.row().number("Restarts").orElse(0);
    long tries = Math.max(job.number(), 1 + (long) Math.clamp(restarts, 0, 1e6));
    if (job.number() > 1) {
      log.filled()
          .count(
              "%,d {job was started more than once: it waits|jobs were started more than once: they"
                  + " wait} for the first start and {lasts|last} as long as all attempts.");
    }
    return tries > 1 ? known.with(JobAttribute.ATTEMPTS, tries) : known;
  }

  private LogImport.Told told(Attempt job, double gpus) {
    TextRow row = job.row();
    String partition = row.text("Partition");
    if (partition.isEmpty()) {
      log.filled()
          .count(
              "%,d {job names no partition: it belongs|jobs name no partition: they belong} to one"
                  + " called like the log.");
    }
    return new LogImport.Told(
        row.text("User"),
        partition.isEmpty() ? log.onlyVirtualCluster() : partition,
        row.text("JobName"),
        gpus,
        row.number("NCPUS").orElse(0),
        row.text("State").replaceFirst(TableJobs.CANCELLED_BY, ""),
        job.submit(),
        job.seconds());
  }
}
