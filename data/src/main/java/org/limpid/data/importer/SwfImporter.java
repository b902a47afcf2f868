package org.limpid.data.importer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.io.RowFaults;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/**
 * Makes a data set from a log in the Standard Workload Format 2.2, as the Parallel Workloads
 * Archive has them: comments with a head, and 18 numbers per job, -1 where nothing is known. It
 * counts processors; a rule that the user declares makes GPUs of them. Left out, and counted, are
 * the parts of jobs that the log lists beside the whole (status 2 to 4).
 */
final class SwfImporter {
  private static final ImportOption<Double> GPUS_PER_PROC =
      ImportOption.of(
          "gpus-per-proc",
          "X",
          Double.class,
          "GPUs that a processor counts as, rounded up for each job (1).");
  private static final ImportOption<Long> PROCS_PER_NODE =
      ImportOption.of(
          "procs-per-node",
          "N",
          Long.class,
          "Instead, jobs have whole nodes of N processors, with all GPUs of them.");
  private static final ImportOption<Long> GPUS_PER_NODE =
      ImportOption.of(
          "gpus-per-node",
          "N",
          Long.class,
          "GPUs of each node (what the log says of processors and nodes gives, else 8).");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "swf",
          "Import a log in the Standard Workload Format; processors become GPUs by a rule.",
          "The log, such as KIT-FH2-2016-1.swf.gz.",
          "KIT-FH2-2016-1.swf.gz --procs-per-node 20 --gpus-per-node 4 --out kit",
          List.of(GPUS_PER_PROC, PROCS_PER_NODE, GPUS_PER_NODE, ChosenNodes.NODES, ImportRun.SEED),
          request -> new SwfImporter(request).run());

  private static final List<String> FIELDS =
      List.of(
          "job",
          "submit",
          "wait",
          "run",
          "procs",
          "cpu",
          "used memory",
          "requested procs",
          "requested time",
          "requested memory",
          "status",
          "user",
          "group",
          "executable",
          "queue",
          "partition",
          "preceding job",
          "think time");
  private static final Pattern HEAD = Pattern.compile(";\\s*(\\w+):\\s*(.*?)\\s*");
  private static final Pattern QUEUE = Pattern.compile("(\\d+)[\\s:]+(\\S.*)");
  private static final String PART = "parts of jobs that stand in the log as a whole";
  private static final int USUAL_GPUS_PER_NODE = 8;
  private static final double KIB_PER_MIB = 1024;

  private final LogImport log;
  private final double gpusPerProc;
  private final Optional<Long> procsPerNode;
  private final Optional<Integer> chosenGpusPerNode;
  private final Map<String, String> head = new HashMap<>();
  private final Map<String, String> queues = new HashMap<>();

  private SwfImporter(ImportRequest request) {
    log = new LogImport(request);
    gpusPerProc = request.get(GPUS_PER_PROC).orElse(1.0);
    procsPerNode = request.get(PROCS_PER_NODE);
    chosenGpusPerNode = log.gpusPerNode(GPUS_PER_NODE);
    if (!(gpusPerProc > 0 && gpusPerProc <= 64)) {
      throw refused(GPUS_PER_PROC, "expected a number above 0 and at most 64");
    }
    if (procsPerNode.isPresent() && procsPerNode.get() < 1) {
      throw refused(PROCS_PER_NODE, "expected at least 1");
    }
    if (procsPerNode.isPresent() && request.get(GPUS_PER_PROC).isPresent()) {
      throw refused(PROCS_PER_NODE, "expected this or --gpus-per-proc, found both");
    }
  }

  private static DataException refused(ImportOption<?> option, String message) {
    return new DataException(Problem.of("--" + option.name(), message, ""));
  }

  private ImportReport run() {
    TextLines.read(log.file(), log.run().problems(), this::read);
    int gpusPerNode = gpusPerNode();
    tellRule(gpusPerNode);
    tellTime();
    return log.finish(gpusPerNode, false, nodes(gpusPerNode), AssignmentRule.GROUP);
  }

  private void read(long line, String text) {
    if (text.startsWith(";")) {
      Matcher found = HEAD.matcher(text.strip());
      if (found.matches()) {
        readHead(found.group(1).toLowerCase(Locale.ROOT), found.group(2));
      }
      return;
    }
    log.row(line, FIELDS, List.of(text.strip().split("\\s+"))).ifPresent(this::take);
  }

  private void readHead(String key, String value) {
    head.putIfAbsent(key, value);
    Matcher queue = QUEUE.matcher(value);
    if (key.equals("queue") && queue.matches()) {
      queues.put(queue.group(1), queue.group(2));
    }
  }

  private void take(TextRow row) {
    OptionalDouble status = known(row, "status");
    boolean isPart = status.isPresent() && status.getAsDouble() >= 2 && status.getAsDouble() <= 4;
    OptionalDouble submit = known(row, "submit");
    OptionalDouble run = known(row, "run");
    double procs = procs(row);
    String reason = isPart ? PART : missing(submit, run, procs);
    if (!log.run().jobs().isKept(reason)) {
      return;
    }
    Optional<JobId> id = JobId.parse(row.text("job"));
    double gpus = gpus(procs);
    double seconds = run.getAsDouble();
    if (id.isEmpty()) {
      row.problem("job", "expected a whole number", "");
    } else if (log.run().jobs().isKept(LogImport.misfit(gpus, seconds))) {
      long submitted = startOfLog() + (long) submit.getAsDouble();
      log.take(row, id.get(), told(row, gpus, procs, submitted, seconds), more(row, submitted));
    }
  }

  /** The field, if it is no number below 0, which stands for nothing. */
  private static OptionalDouble known(TextRow row, String field) {
    double value = row.neededNumber(field);
    return value >= 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static String missing(OptionalDouble submit, OptionalDouble run, double procs) {
    if (submit.isEmpty()) {
      return RowFaults.NO_SUBMISSION;
    }
    if (run.isEmpty()) {
      return RowFaults.NO_DURATION;
    }
    return procs > 0 ? null : RowFaults.NO_GPUS;
  }

  /** Those that it had, else those that it asked for. */
  private double procs(TextRow row) {
    double had = known(row, "procs").orElse(0);
    double asked = known(row, "requested procs").orElse(0);
    if (had == 0 && asked > 0) {
      log.filled()
          .count(
              "%,d {job has those processors that it asked for: what it|jobs have those processors"
                  + " that they asked for: what they} got is unknown.");
    }
    return had > 0 ? had : asked;
  }

  private double gpus(double procs) {
    return procsPerNode
        .map(each -> Math.ceil(procs / each) * gpusPerNode())
        .orElseGet(() -> Math.ceil(procs * gpusPerProc - 1e-9));
  }

  /** Processors of a node as the head tells them; 0: it doesn't. */
  private double procsOfNode() {
    double nodes = headNumber("maxnodes");
    return nodes > 0 ? headNumber("maxprocs") / nodes : 0;
  }

  private double headNumber(String key) {
    String value = head.getOrDefault(key, "");
    return value.matches("\\d{1,15}") ? Double.parseDouble(value) : 0;
  }

  private int gpusPerNode() {
    double told = Math.rint(procsOfNode() * gpusPerProc);
    boolean isUsual = procsPerNode.isPresent() || told < 1 || told > 64;
    return chosenGpusPerNode.orElse(isUsual ? USUAL_GPUS_PER_NODE : (int) told);
  }

  /** Nodes of the machine, as far as the head tells them. */
  private Optional<Integer> nodes(int gpusPerNode) {
    double procs = headNumber("maxprocs");
    double nodes =
        procsPerNode
            .map(each -> Math.floor(procs / each))
            .orElse(Math.floor(procs * gpusPerProc / gpusPerNode));
    return nodes >= 1 ? Optional.of((int) nodes) : Optional.empty();
  }

  private LogImport.Told told(
      TextRow row, double gpus, double procs, long submitted, double seconds) {
    return new LogImport.Told(
        known(row, "user").isPresent() ? row.text("user") : "",
        log.onlyVirtualCluster(),
        known(row, "executable").isPresent() ? row.text("executable") : "",
        gpus,
        procsPerNode.isPresent() ? procs : 0,
        state(row),
        submitted,
        seconds);
  }

  private static String state(TextRow row) {
    return switch (row.text("status")) {
      case "0" -> "FAILED";
      case "1" -> "COMPLETED";
      case "5" -> "CANCELLED";
      default -> "";
    };
  }

  private JobAttributes more(TextRow row, long submitted) {
    OptionalDouble wait = known(row, "wait");
    JobAttributes more = JobAttributes.NONE;
    if (wait.isPresent()) {
      double start = submitted + wait.getAsDouble();
      more =
          ObservedTimes.add(
              more,
              submitted,
              OptionalLong.of((long) start),
              OptionalLong.of((long) (start + row.neededNumber("run"))),
              log.filled());
    }
    more = LogImport.with(more, JobAttribute.TIME_LIMIT, known(row, "requested time"));
    more = LogImport.with(more, JobAttribute.MEMORY_MIB, memory(row));
    return queued(row, preceded(row, more));
  }

  /** KiB per processor there. */
  private static OptionalDouble memory(TextRow row) {
    OptionalDouble each = known(row, "requested memory");
    double procs = Math.max(1, known(row, "requested procs").orElse(known(row, "procs").orElse(1)));
    return each.isPresent()
        ? OptionalDouble.of(each.getAsDouble() * procs / KIB_PER_MIB)
        : OptionalDouble.empty();
  }

  private static JobAttributes preceded(TextRow row, JobAttributes more) {
    return known(row, "preceding job").isPresent()
        ? more.with(JobAttribute.PREDECESSOR, JobId.parse(row.text("preceding job")).orElse(null))
        : more;
  }

  private JobAttributes queued(TextRow row, JobAttributes more) {
    String queue = row.text("queue");
    return known(row, "queue").isPresent()
        ? more.with(JobAttribute.JOB_CLASS, queues.getOrDefault(queue, "queue " + queue))
        : more;
  }

  /** Second 0 of the log on the clock of the cluster, in seconds since 1970. */
  private long startOfLog() {
    long start = (long) headNumber("unixstarttime");
    return start + zone().map(each -> offset(each, start)).orElse(0);
  }

  private static int offset(ZoneId zone, long seconds) {
    return zone.getRules().getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
  }

  private Optional<ZoneId> zone() {
    try {
      return Optional.ofNullable(head.get("timezonestring")).map(ZoneId::of);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private void tellRule(int gpusPerNode) {
    log.run()
        .notes()
        .add(
            procsPerNode
                .map(each ->
                    "Each %,d processors count as a node with %d GPUs, which a job has as a whole."
                        .formatted(each, gpusPerNode))
                .orElse("Each processor counts as %s.".formatted(gpus())));
    log.run()
        .notes()
        .add("A preceding job stays one; the time to think behind it is part of the submission.");
  }

  private String gpus() {
    return gpusPerProc == 1 ? "a GPU" : gpusPerProc + " GPUs, rounded up for each job";
  }

  private void tellTime() {
    if (headNumber("unixstarttime") == 0) {
      log.noteUnknownStart();
      return;
    }
    log.run()
        .notes()
        .add(
            zone()
                .map(
                    "Times are those of %s as its clocks stood at the start of the log."::formatted)
                .orElse("Times are those of UTC."));
  }
}
