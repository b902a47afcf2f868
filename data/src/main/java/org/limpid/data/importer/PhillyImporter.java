package org.limpid.data.importer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.data.io.RowFaults;
import org.limpid.files.Words;

/**
 * Makes a data set from the Philly traces of Microsoft (ATC 2019), {@code cluster_job_log}. Times
 * there are those of Pacific clocks, which are set back within the trace; here they are those of
 * UTC-7 throughout, so that differences are right. Left out, and counted, are jobs that never
 * started, had not ended or ran for 0 s, and those without GPUs.
 */
final class PhillyImporter {
  private static final ImportOption<Counted> ATTEMPTS =
      ImportOption.choice(
          "attempts",
          "WHICH",
          Counted.class,
          counted(),
          "What a job that was started again lasts: the sum of its attempts, or the last one.",
          "Default: sum.");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "philly",
          "Import the Philly traces of Microsoft: attempts and nodes of jobs; capacity follows from"
              + " use.",
          "The job log, or a folder or archive with cluster_job_log, perhaps cluster_machine_list.",
          "trace-data.tar.gz --out philly",
          List.of(ATTEMPTS, UsedMachines.GPUS_PER_NODE, UsedMachines.CAPACITY, ImportRun.SEED),
          request -> new PhillyImporter(request).run());

  private static final CsvSchema MACHINE_SCHEMA =
      CsvSchema.ofNames(Map.of(Machine.ID, "machineId", Machine.GPUS, " number of GPUs"));

  private static final String MACHINES = "cluster_machine_list";

  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();
  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  /** The clock of UTC-7, that of summer. */
  private static final Duration OFFSET = Duration.ofHours(-7);

  private enum Machine {
    ID,
    GPUS
  }

  /** Which attempts make the duration of a job. */
  private enum Counted {
    SUM,
    LAST
  }

  /** A start of a job; times are seconds since 1970 of the clock of UTC-7. */
  private record Attempt(long start, Optional<Long> end, List<String> nodes, int gpus) {
    long seconds() {
      return end.orElse(start) - start;
    }
  }

  private final ImportRequest request;
  private final ImportRun run;
  private final UsedMachines machines;
  private final Counted counted;
  private final Map<String, Integer> gpusSeen = new HashMap<>();
  private long again;

  private PhillyImporter(ImportRequest request) {
    this.request = request;
    run = new ImportRun(request);
    machines = new UsedMachines(request);
    counted = request.get(ATTEMPTS).orElse(Counted.SUM);
  }

  private static Map<String, Counted> counted() {
    Map<String, Counted> names = new LinkedHashMap<>();
    names.put("sum", Counted.SUM);
    names.put("last", Counted.LAST);
    return names;
  }

  private ImportReport run() {
    Path path = request.path();
    Path log;
    Optional<Path> list;
    if (PhillyLog.isLog(path)) {
      log = path;
      list = Optional.of(path.resolveSibling(MACHINES)).filter(Files::isRegularFile);
    } else {
      SourceFolder source = new SourceFolder(path);
      log = source.require(PhillyLog.NAME, run.problems());
      list = source.find(MACHINES);
    }
    run.problems().throwIfAny();
    PhillyLog.read(log, run.problems(), this::read);
    run.requireJobs(log, "");
    list.ifPresent(this::tellMachines);
    tell();
    return run.finish(
        log, "philly", EPOCH, machines.fromUse(log, run.jobs(), run.notes()), AssignmentRule.GROUP);
  }

  private void tell() {
    run.notes()
        .add(
            "%s %s."
                .formatted(
                    Words.counted(
                        "%,d {job was started more than once: it lasts|jobs were started more than"
                            + " once: they last}",
                        again),
                    counted == Counted.SUM
                        ? "as long as all their attempts together"
                        : "as long as their last attempt"));
    run.notes()
        .add(
            "Times are those of UTC-7, also after 5 November 2017, when clocks were set back by an"
                + " hour.");
    run.notes().add("The log tells no processors: jobs ask for none.");
  }

  private void read(PhillyLog.Job job) {
    Optional<Long> submit = job.submitted().map(time -> seconds(time, Long.MIN_VALUE));
    List<Attempt> attempts = attempts(job, submit.orElse(0L));
    if (!run.problems().isEmpty() || !run.jobs().isKept(reasonToLeaveOut(submit, attempts))) {
      return;
    }
    again += attempts.size() > 1 ? 1 : 0;
    run.jobs()
        .accept(
            job.line(),
            new Trace.Job(
                job.id().orElseThrow(),
                job.user(),
                job.virtualCluster(),
                "",
                gpus(attempts),
                0,
                job.status(),
                submit.orElseThrow(),
                duration(attempts),
                null,
                attributes(attempts)));
  }

  private List<Attempt> attempts(PhillyLog.Job job, long submit) {
    List<Attempt> attempts = new ArrayList<>();
    long before = submit;
    for (PhillyLog.Attempt each : job.attempts()) {
      if (each.start().isPresent()) {
        long start = seconds(each.start().get(), before);
        Optional<Long> end = each.end().map(time -> seconds(time, start));
        attempts.add(attempt(each, start, end));
        before = end.orElse(before);
      }
    }
    return attempts;
  }

  private Attempt attempt(PhillyLog.Attempt attempt, long start, Optional<Long> end) {
    TreeSet<String> nodes = new TreeSet<>();
    for (PhillyLog.Machine machine : attempt.machines()) {
      nodes.add(machine.name());
      machine.gpus().forEach(gpu -> gpusSeen.merge(machine.name(), number(gpu), Math::max));
    }
    return new Attempt(start, end, List.copyOf(nodes), attempt.gpus());
  }

  /** GPUs that a node must have to have one of that name, such as {@code gpu7}. */
  private static int number(String gpu) {
    return gpu.matches("gpu\\d{1,2}") ? Integer.parseInt(gpu.substring("gpu".length())) + 1 : 0;
  }

  /**
   * Seconds of a time of the log. Where the clock shows an hour twice, it is the first one, unless
   * that would be before something else.
   */
  private static long seconds(LocalDateTime clock, long notBefore) {
    ZonedDateTime time = clock.atZone(ZONE);
    long first = seconds(time);
    return first < notBefore ? seconds(time.withLaterOffsetAtOverlap()) : first;
  }

  private static long seconds(ZonedDateTime time) {
    return time.toEpochSecond() + OFFSET.toSeconds();
  }

  private String reasonToLeaveOut(Optional<Long> submit, List<Attempt> attempts) {
    if (submit.isEmpty()) {
      return RowFaults.NO_SUBMISSION;
    }
    if (attempts.isEmpty()) {
      return RowFaults.NEVER_STARTED;
    }
    if (attempts.getLast().end().isEmpty()) {
      return RowFaults.UNFINISHED;
    }
    if (attempts.stream().anyMatch(each -> each.seconds() < 0)) {
      return RowFaults.NEGATIVE_DURATION;
    }
    if (gpus(attempts) == 0) {
      return RowFaults.NO_GPUS;
    }
    long start = attempts.getFirst().start();
    return RowFaults.ofTimes(submit.get(), start, start + duration(attempts));
  }

  private static int gpus(List<Attempt> attempts) {
    return attempts.stream().mapToInt(Attempt::gpus).max().orElse(0);
  }

  private long duration(List<Attempt> attempts) {
    return counted == Counted.LAST
        ? attempts.getLast().seconds()
        : attempts.stream().mapToLong(Attempt::seconds).sum();
  }

  private static JobAttributes attributes(List<Attempt> attempts) {
    Attempt last = attempts.getLast();
    JobAttributes known =
        JobAttributes.NONE
            .with(JobAttribute.START_TIME, attempts.getFirst().start())
            .with(JobAttribute.END_TIME, last.end().orElseThrow())
            .with(JobAttribute.ATTEMPTS, attempts.size());
    return last.nodes().isEmpty()
        ? known
        : known
            .with(JobAttribute.NODE_NUM, last.nodes().size())
            .with(JobAttribute.NODE_NAMES, String.join("|", last.nodes()));
  }

  /** Its names and values begin with a blank. */
  private void tellMachines(Path list) {
    Map<String, Integer> listed = new LinkedHashMap<>();
    CsvInput.read(list, MACHINE_SCHEMA, run.problems(), row -> addMachine(row, listed));
    run.problems().throwIfAny();
    long more =
        listed.entrySet().stream()
            .filter(each -> gpusSeen.getOrDefault(each.getKey(), 0) > each.getValue())
            .count();
    long most =
        listed.entrySet().stream()
            .mapToLong(each -> Math.max(each.getValue(), gpusSeen.getOrDefault(each.getKey(), 0)))
            .sum();
    run.notes()
        .add(
            "%s has %,d machines with %,d GPUs; %,d of them ran jobs on more GPUs than it says, so that there were at least %,d. Which virtual cluster they belong to is not told."
                .formatted(
                    list.getFileName(),
                    listed.size(),
                    listed.values().stream().mapToInt(Integer::intValue).sum(),
                    more,
                    most));
  }

  private static void addMachine(CsvRow row, Map<String, Integer> listed) {
    String gpus = row.text(Machine.GPUS).strip();
    if (gpus.matches("\\d{1,3}")) {
      listed.put(row.text(Machine.ID).strip(), Integer.parseInt(gpus));
    } else {
      row.problem(Machine.GPUS, "expected a number of GPUs", "");
    }
  }
}
