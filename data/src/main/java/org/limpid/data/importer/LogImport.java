package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.io.NulBytes;
import org.limpid.data.io.RowFaults;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/**
 * An import of the log of a batch system under way: what such logs have in common. Their times are
 * seconds since 1970. Not safe for several threads.
 */
final class LogImport {
  static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  /** No job has more. */
  private static final long MOST_GPUS = 1_000_000;

  private static final String UNKNOWN_USER = "unknown";

  private final ImportRequest request;
  private final ImportRun run;
  private final TableNotes filled = new TableNotes();
  private final UniqueIds ids = new UniqueIds(filled);
  private final ChosenNodes nodes;
  private final LogTime times = new LogTime();

  LogImport(ImportRequest request) {
    this.request = request;
    run = new ImportRun(request);
    nodes = new ChosenNodes(request);
  }

  Path file() {
    return request.path();
  }

  ImportRun run() {
    return run;
  }

  /** Reads times. */
  LogTime times() {
    return times;
  }

  /** Notes that times count from a moment that nobody knows. */
  void noteUnknownStart() {
    run.notes()
        .add(
            "The log doesn't say when it begins: here it is the start of 1970, so that days of the"
                + " week mean nothing.");
  }

  /** Counts what was filled in or skipped. */
  TableNotes filled() {
    return filled;
  }

  /** The name of the virtual cluster of logs that have only one. */
  String onlyVirtualCluster() {
    return nodes.onlyName().orElseGet(run::name);
  }

  /**
   * GPUs of a node, if the option says so.
   *
   * @throws DataException if no node has so many
   */
  Optional<Integer> gpusPerNode(ImportOption<Long> option) {
    Optional<Long> given = request.get(option);
    if (given.isPresent()
        && (given.get() < 1 || given.get() > ClusterDescription.MAX_GPUS_PER_NODE)) {
      throw new DataException(
          Problem.of(
              "--" + option.name(),
              "expected 1 to %d, found %d"
                  .formatted(ClusterDescription.MAX_GPUS_PER_NODE, given.get()),
              ""));
    }
    return given.map(Long::intValue);
  }

  /** A row of the log; empty where it has more or fewer fields, so that it is left out. */
  Optional<TextRow> row(long line, List<String> names, List<String> values) {
    if (values.size() != names.size()) {
      run.jobs().leaveOut(RowFaults.OTHER_FIELDS);
      return Optional.empty();
    }
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      fields.put(names.get(i), values.get(i));
    }
    return Optional.of(row(line, fields));
  }

  /** A row of the log; NUL bytes in it are a problem. */
  TextRow row(long line, Map<String, String> fields) {
    TextRow row = new TextRow(file(), line, fields, run.problems());
    fields.keySet().stream()
        .filter(column -> NulBytes.areIn(fields.get(column)))
        .sorted()
        .forEach(column -> row.problem(column, NulBytes.MESSAGE, NulBytes.HINT));
    return row;
  }

  /** Why a job is left out, by what is known of its times; null if it isn't. */
  static String missing(OptionalLong submit, OptionalLong start, OptionalLong end) {
    if (submit.isEmpty()) {
      return RowFaults.NO_SUBMISSION;
    }
    return start.isEmpty() ? RowFaults.NEVER_STARTED : end.isEmpty() ? RowFaults.UNFINISHED : null;
  }

  /**
   * Why a job is left out, by its numbers; null if it isn't.
   *
   * @param gpus of the job
   * @param seconds that it ran
   */
  static String misfit(double gpus, double seconds) {
    if (gpus == 0) {
      return RowFaults.CPU_JOB;
    }
    if (gpus < 0) {
      return RowFaults.NEGATIVE_GPUS;
    }
    if (gpus > Math.rint(gpus) || gpus < Math.rint(gpus)) {
      return TableJobs.SHARE;
    }
    if (seconds < 0) {
      return RowFaults.NEGATIVE_DURATION;
    }
    return seconds == 0 ? RowFaults.NEVER_RAN : null;
  }

  /** With a number, if it is known and one that the attribute can have. */
  static JobAttributes with(JobAttributes known, JobAttribute attribute, OptionalDouble value) {
    double rounded = Math.rint(value.orElse(Double.NaN));
    return rounded >= attribute.minimum() && rounded <= attribute.maximum()
        ? known.with(attribute, (long) rounded)
        : known;
  }

  /**
   * Takes a job, unless a number is missing, which is a problem already, or it has more GPUs or ran
   * longer than a job can; then that is a problem.
   */
  void take(TextRow row, JobId id, Told told, JobAttributes known) {
    if (Double.isNaN(told.gpus() + told.seconds())) {
      return;
    }
    boolean isFar = Math.abs(told.submit()) > ObservedTimes.MOST;
    if (told.gpus() > MOST_GPUS || told.seconds() > ObservedTimes.MOST || isFar) {
      row.problem(
          "",
          "expected at most %,d GPUs, %,d s, and a submission in these centuries"
              .formatted(MOST_GPUS, ObservedTimes.MOST),
          "Maybe a column is not what its name says.");
      return;
    }
    run.jobs()
        .accept(
            row.line(),
            new Trace.Job(
                ids.of(id),
                told.user().isEmpty() ? unknownUser() : told.user(),
                told.virtualCluster(),
                told.name(),
                (int) told.gpus(),
                (int) Math.clamp(told.cpus(), 0, MOST_GPUS),
                told.state().isEmpty() ? TableJobs.UNKNOWN_STATE : told.state(),
                told.submit(),
                Math.max(1, Math.round(told.seconds())),
                null,
                known));
  }

  private String unknownUser() {
    filled.count("%,d {job names|jobs name} no user: {it has|they share} the user 'unknown'.");
    return UNKNOWN_USER;
  }

  /**
   * What a log tells of a job.
   *
   * @param gpus whole
   * @param submit seconds since 1970
   * @param seconds that it ran
   */
  record Told(
      String user,
      String virtualCluster,
      String name,
      double gpus,
      double cpus,
      String state,
      long submit,
      double seconds) {}

  /**
   * Writes the data set.
   *
   * @param gpusPerNode of all nodes
   * @param named whether the log names virtual clusters
   * @param known nodes of the only virtual cluster, if the log tells them
   * @param rule how jobs get workloads
   * @throws DataException with all that is wrong
   */
  ImportReport finish(
      int gpusPerNode, boolean named, Optional<Integer> known, AssignmentRule rule) {
    UsedMachines machines = new UsedMachines(gpusPerNode);
    return finish(
        machines, named, () -> machines.fromStarts(file(), run.jobs(), known, run.notes()), rule);
  }

  /**
   * The same where machines follow otherwise.
   *
   * @param derived the cluster, where the user gives no nodes
   */
  ImportReport finish(
      UsedMachines machines,
      boolean named,
      Supplier<ClusterDescription> derived,
      AssignmentRule rule) {
    run.requireJobs(file(), "");
    ClusterDescription cluster =
        nodes.isEmpty() ? derived.get() : nodes.cluster(run, file(), machines, named);
    dropAbsentPredecessors();
    run.notes().addAll(times.sentences());
    run.notes().addAll(filled.sentences());
    return run.finish(file(), run.name(), EPOCH, cluster, rule);
  }

  /** A job that was left out, or was submitted later, can't have been waited for. */
  private void dropAbsentPredecessors() {
    Set<JobId> earlier = new HashSet<>();
    Set<JobId> orphans = new HashSet<>();
    run.jobs()
        .sendSorted(
            job -> job,
            (_, job) -> {
              Object predecessor = job.attributes().values().get(JobAttribute.PREDECESSOR);
              if (predecessor != null && !earlier.contains(predecessor)) {
                orphans.add(job.id());
                filled.count(
                    "%,d {job names|jobs name} a predecessor that isn't among the jobs before"
                        + " {it|them}: none is taken.");
              }
              earlier.add(job.id());
            });
    if (!orphans.isEmpty()) {
      run.jobs()
          .change(job ->
              orphans.contains(job.id())
                  ? job.with(job.attributes().with(JobAttribute.PREDECESSOR, null))
                  : job);
    }
  }
}
