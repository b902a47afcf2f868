package org.limpid.data.importer;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.Limits;
import org.limpid.data.io.RowFaults;
import org.limpid.files.PrintableText;

/** Makes jobs of the rows of a table. Not safe for several threads. */
final class TableJobs {
  static final String UNKNOWN_STATE = "UNKNOWN";

  private static final String UNKNOWN_USER = "unknown";
  static final String SHARE = "with a share of a GPU";
  static final String STEP = "steps of jobs";
  private static final int MOST_GPUS = 1_000_000;

  /** Slurm lists steps below their jobs. */
  private static final Pattern NAMED_STEP = Pattern.compile(".+\\.(batch|extern|interactive)");

  private static final Pattern NUMBERED_STEP = Pattern.compile("(.+)\\.\\d+");

  /** Spreadsheets and pandas write the number 17 as 17.0. */
  private static final String ZEROS = "^(\\d+)\\.0+$";

  static final String CANCELLED_BY = " by \\d+$";

  private final TableMap map;
  private final TableTimes times;
  private final String onlyVirtualCluster;
  private final ImportedJobs jobs;
  private final TableNotes notes;
  private final UniqueIds ids;
  private final Set<String> listed = new HashSet<>();

  /**
   * @param onlyVirtualCluster where jobs belong of which the table says nothing
   * @param jobs takes them
   * @param notes takes what was filled in
   */
  TableJobs(
      TableMap map,
      TableTimes times,
      String onlyVirtualCluster,
      ImportedJobs jobs,
      TableNotes notes) {
    this.map = map;
    this.times = times;
    this.onlyVirtualCluster = onlyVirtualCluster;
    this.jobs = jobs;
    this.notes = notes;
    ids = new UniqueIds(notes);
  }

  void read(CsvRow row) {
    if (!jobs.isKept(isStep(row) ? STEP : noSubject(row))) {
      return;
    }
    double gpus = gpus(row);
    double seconds = seconds(row);
    long submit = times.submitted(row);
    if (row.isGood() && jobs.isKept(misfit(row, gpus, seconds))) {
      long rounded = Math.max(1, Math.round(seconds));
      if (gpus > MOST_GPUS || rounded > Limits.MAX_SECONDS) {
        row.problem(
            map.read(gpus > MOST_GPUS ? TableColumn.GPUS : TableColumn.DURATION),
            "expected at most %,d GPUs and %,d s".formatted(MOST_GPUS, Limits.MAX_SECONDS),
            "Maybe the column is not what its name says.");
        return;
      }
      jobs.accept(row.line(), job(row, (int) gpus, submit, rounded));
    }
  }

  /** The text of a field; empty where there is none, or it says that nothing is known. */
  private String text(CsvRow row, TableColumn column) {
    return times.text(row, column);
  }

  private boolean lacks(CsvRow row, TableColumn column) {
    return map.has(column) && text(row, column).isEmpty();
  }

  private boolean isStep(CsvRow row) {
    String id = text(row, TableColumn.ID);
    Matcher numbered = NUMBERED_STEP.matcher(id);
    boolean isStep =
        NAMED_STEP.matcher(id).matches()
            || numbered.matches() && listed.contains(numbered.group(1));
    if (!isStep && !id.isEmpty()) {
      listed.add(id);
    }
    return isStep;
  }

  /** Why a row is no job that can be replayed, as far as its fields are empty; null: it may be. */
  private String noSubject(CsvRow row) {
    if (lacks(row, TableColumn.GPUS)) {
      return RowFaults.NO_GPUS;
    }
    if (lacks(row, TableColumn.SUBMIT)) {
      return RowFaults.NO_SUBMISSION;
    }
    boolean unstarted = lacks(row, TableColumn.START);
    if (lacks(row, TableColumn.END)
        || !map.has(TableColumn.END) && RowFaults.isUnfinished(text(row, TableColumn.STATE))) {
      return unstarted ? RowFaults.NEVER_STARTED : RowFaults.UNFINISHED;
    }
    if (map.has(TableColumn.DURATION)) {
      boolean lacking = lacks(row, TableColumn.DURATION);
      return lacking ? (unstarted ? RowFaults.NEVER_STARTED : RowFaults.NO_DURATION) : null;
    }
    return unstarted ? RowFaults.NEVER_STARTED : null;
  }

  /** The same for fields that hold numbers. */
  private String misfit(CsvRow row, double gpus, double seconds) {
    if (gpus == 0) {
      return RowFaults.CPU_JOB;
    }
    if (gpus < 0) {
      return RowFaults.NEGATIVE_GPUS;
    }
    if (gpus != Math.rint(gpus)) {
      return SHARE;
    }
    if (seconds == 0) {
      return lacks(row, TableColumn.START) ? RowFaults.NEVER_STARTED : RowFaults.NEVER_RAN;
    }
    return seconds < 0 ? RowFaults.NEGATIVE_DURATION : null;
  }

  private double gpus(CsvRow row) {
    OptionalDouble gpus = ResourceText.gpus(text(row, TableColumn.GPUS));
    if (gpus.isEmpty()) {
      row.problem(
          map.read(TableColumn.GPUS),
          "expected a number of GPUs, or resources such as gres/gpu=2",
          "");
    }
    return gpus.orElse(0);
  }

  private double seconds(CsvRow row) {
    return map.has(TableColumn.DURATION) ? times.duration(row) : times.fromStartToEnd(row);
  }

  private Trace.Job job(CsvRow row, int gpus, long submit, long seconds) {
    String virtualCluster = text(row, TableColumn.VC);
    if (virtualCluster.isEmpty()) {
      virtualCluster = onlyVirtualCluster;
      countIf(
          map.has(TableColumn.VC),
          "%,d {job names no virtual cluster and belongs|jobs name no virtual cluster and belong}"
              + " to %s.",
          PrintableText.inLine(onlyVirtualCluster));
    }
    int cpus = (int) Math.ceil(number(row, TableColumn.CPUS, 0, MOST_GPUS).orElse(0));
    return new Trace.Job(
        id(row),
        user(row, virtualCluster),
        virtualCluster,
        text(row, TableColumn.NAME),
        gpus,
        cpus,
        state(row),
        submit,
        seconds,
        null,
        attributes(row, submit, cpus));
  }

  private void countIf(boolean isSo, String sentence) {
    countIf(isSo, sentence, "");
  }

  private void countIf(boolean isSo, String sentence, String name) {
    if (isSo) {
      notes.count(sentence, name);
    }
  }

  private String state(CsvRow row) {
    String state = text(row, TableColumn.STATE);
    countIf(
        map.has(TableColumn.STATE) && state.isEmpty(),
        "%,d {job has|jobs have} no state: it is UNKNOWN.");
    return state.isEmpty() ? UNKNOWN_STATE : state.replaceFirst(CANCELLED_BY, "");
  }

  private String user(CsvRow row, String virtualCluster) {
    String user = text(row, TableColumn.USER);
    if (!user.isEmpty()) {
      return user;
    }
    countIf(
        map.has(TableColumn.USER),
        "%,d {job names|jobs name} no user: {it has|they share} the user 'unknown'.");
    return map.has(TableColumn.USER) ? UNKNOWN_USER : virtualCluster;
  }

  /** That of the table, or the number of the row; made different where others have it, too. */
  private JobId id(CsvRow row) {
    Optional<JobId> told = JobId.parse(text(row, TableColumn.ID).replaceFirst(ZEROS, "$1"));
    countIf(
        map.has(TableColumn.ID) && told.isEmpty(),
        "%,d {job has|jobs have} no usable id: {it is|they are} called row and the number of"
            + " {its|their} line.");
    return ids.of(
        told.orElseGet(() ->
            map.has(TableColumn.ID)
                ? JobId.parse("row" + row.line()).orElseThrow()
                : JobId.of(row.line() - 1)));
  }

  private JobAttributes attributes(CsvRow row, long submit, int cpus) {
    OptionalDouble nodes = number(row, TableColumn.NODES, 1, MOST_GPUS);
    JobAttributes known =
        ObservedTimes.add(
            JobAttributes.NONE,
            submit,
            times.observed(row, TableColumn.START, notes),
            times.observed(row, TableColumn.END, notes),
            notes);
    known = with(known, JobAttribute.NODE_NUM, nodes);
    known = with(known, JobAttribute.MEMORY_MIB, memory(row, nodes.orElse(1), cpus));
    known = with(known, JobAttribute.TIME_LIMIT, times.limit(row, notes));
    return with(
        known,
        JobAttribute.PRIORITY,
        number(row, TableColumn.PRIORITY, -Limits.MAX_SECONDS, Limits.MAX_SECONDS));
  }

  private static JobAttributes with(
      JobAttributes known, JobAttribute attribute, OptionalDouble value) {
    return value.isPresent() ? known.with(attribute, Math.round(value.getAsDouble())) : known;
  }

  private OptionalDouble memory(CsvRow row, double nodes, double cpus) {
    return inRange(
        row,
        TableColumn.MEMORY,
        ResourceText.mib(text(row, TableColumn.MEMORY), unit(TableColumn.MEMORY), nodes, cpus),
        1,
        Limits.MAX_SECONDS);
  }

  private OptionalDouble number(CsvRow row, TableColumn column, double least, double most) {
    return inRange(row, column, ResourceText.cpus(text(row, column), unit(column)), least, most);
  }

  private double unit(TableColumn column) {
    return map.has(column) ? map.unit(column) : 1;
  }

  /** A value that can be done without; if it is wrong, that is noted. */
  private OptionalDouble inRange(
      CsvRow row, TableColumn column, OptionalDouble value, double least, double most) {
    boolean isGood =
        value.isPresent() && value.getAsDouble() >= least && value.getAsDouble() <= most;
    if (!isGood && !text(row, column).isEmpty()) {
      notes.unreadable(column, row.line(), text(row, column));
    }
    return isGood ? value : OptionalDouble.empty();
  }
}
