package org.limpid.results;

import static org.limpid.results.JobField.DURATION;
import static org.limpid.results.JobField.END_TIME;
import static org.limpid.results.JobField.GPU_NUM;
import static org.limpid.results.JobField.JOB_ID;
import static org.limpid.results.JobField.NODES;
import static org.limpid.results.JobField.OUTCOME;
import static org.limpid.results.JobField.PREEMPTIONS;
import static org.limpid.results.JobField.QUEUE;
import static org.limpid.results.JobField.START_TIME;
import static org.limpid.results.JobField.SUBMIT_TIME;
import static org.limpid.results.JobField.USER;
import static org.limpid.results.JobField.VC;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.limpid.data.JobIds;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.AtomicFiles;
import org.limpid.files.Problems;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.sink.ColumnType;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/**
 * {@code jobs.csv}: what became of every job under one policy, in the order of the trace. Columns
 * that policies add may be missing.
 */
public final class JobsFile {
  private static final List<JobField> ALWAYS =
      Stream.of(JobField.values()).filter(JobField::isAlways).toList();
  private static final List<JobField> NOT_ALWAYS =
      Stream.of(JobField.values()).filter(field -> !field.isAlways()).toList();
  private static final List<JobField> NUMBERS =
      List.of(GPU_NUM, SUBMIT_TIME, DURATION, START_TIME, END_TIME, QUEUE);
  private static final CsvSchema TABLE =
      schema(Stream.concat(Stream.of(USER, VC), NUMBERS.stream()).toList());
  private static final CsvSchema NUMBERED =
      schema(Stream.concat(Stream.of(JOB_ID, USER, VC), NUMBERS.stream()).toList());
  private static final List<JobField> RECORDED =
      List.of(JOB_ID, START_TIME, END_TIME, QUEUE, PREEMPTIONS, NODES);

  private JobsFile() {}

  private static CsvSchema schema(List<JobField> required) {
    List<JobField> optional = new ArrayList<>(List.of(JobField.values()));
    optional.removeAll(required);
    return CsvSchema.of(required, optional).ignoringOthers().ownFiles();
  }

  /**
   * Writes the file, or nothing.
   *
   * @throws org.limpid.files.DataException if it can't be written
   */
  public static void write(Path file, Trace trace, JobRecords jobs, CsvTexts texts) {
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(out, texts)) {
            csv.row(header(jobs));
            StringBuilder nodes = new StringBuilder();
            for (int row = 0; row < jobs.size(); row++) {
              write(csv, trace, jobs, row, nodes);
            }
          }
        });
  }

  private static String[] header(JobRecords jobs) {
    return Stream.concat(
            ALWAYS.stream().map(CsvSchema::nameOf), jobs.extra().stream().map(JobColumn::name))
        .toArray(String[]::new);
  }

  /** Writes the fields in the order of {@link JobField}. */
  private static void write(
      CsvOutput csv, Trace trace, JobRecords jobs, int row, StringBuilder nodes) {
    long submit = trace.submitSeconds(row);
    nodes.setLength(0);
    if (jobs.allocations()[row] != null) {
      jobs.allocations()[row].appendTo(nodes);
    }
    csv.field(trace.jobId(row))
        .field(trace.user(row))
        .field(trace.virtualCluster(row))
        .field(trace.gpuCount(row))
        .field(submit)
        .field(trace.durationSeconds(row))
        .field(jobs.startSeconds()[row])
        .field(jobs.endSeconds()[row])
        .field(jobs.queueSeconds()[row])
        .field(jobs.endSeconds()[row] - submit)
        .field(jobs.preemptions()[row])
        .field(nodes);
    for (JobColumn column : jobs.extra()) {
      write(csv, column, row);
    }
    csv.endRow();
  }

  /** Whole values without a decimal point, others in the fewest digits that read back. */
  static void write(CsvOutput csv, JobColumn column, int row) {
    switch (column) {
      case JobColumn.Whole(_, var values) when values[row] == JobColumn.NONE -> csv.emptyField();
      case JobColumn.Whole(_, var values) -> csv.field(values[row]);
      case JobColumn.Decimal(_, var values) when Double.isNaN(values[row]) -> csv.emptyField();
      case JobColumn.Decimal(_, var values) when values[row] == (long) values[row] ->
          csv.field((long) values[row]);
      case JobColumn.Decimal(_, var values) -> csv.field(values[row]);
    }
  }

  /**
   * Reads a table with the numbers of the jobs.
   *
   * @throws org.limpid.files.DataException if the file can't be read or is wrong
   */
  public static JobTable read(Path file) {
    return read(file, NUMBERED, new Submissions.Keeper());
  }

  /**
   * Reads a table without the numbers of the jobs.
   *
   * @param keeper keeps what other policies' tables have, too
   */
  static JobTable read(Path file, Submissions.Keeper keeper) {
    return read(file, TABLE, keeper);
  }

  private static JobTable read(Path file, CsvSchema schema, Submissions.Keeper keeper) {
    ReadColumns columns = new ReadColumns();
    JobIds.Builder ids = new JobIds.Builder();
    NameColumn.Builder users = new NameColumn.Builder();
    NameColumn.Builder virtualClusters = new NameColumn.Builder();
    forEach(
        file,
        schema,
        row -> {
          users.add(row.restoredText(USER));
          virtualClusters.add(row.restoredText(VC));
          if (schema == NUMBERED) {
            ids.add(row.jobId(JOB_ID));
          }
          columns.addAll(row, NUMBERS);
          columns.addAll(row, List.of(PREEMPTIONS));
          columns.addAll(row, JobTable.SHOWN);
        });
    Submissions own =
        new Submissions(
            users.build(),
            virtualClusters.build(),
            columns.ints(GPU_NUM),
            columns.longs(SUBMIT_TIME),
            columns.longs(DURATION));
    int[] preemptions = columns.ints(PREEMPTIONS);
    return new JobTable(
        keeper.keptOrOwn(own),
        new JobTable.Outcomes(
            schema == NUMBERED ? ids.build() : null,
            columns.longs(START_TIME),
            columns.longs(END_TIME),
            columns.longs(QUEUE),
            preemptions.length == 0 ? new int[own.gpuCounts.length] : preemptions,
            columns.of(NOT_ALWAYS)));
  }

  /**
   * Reads the records that the file was written from.
   *
   * @param trace the jobs of the run
   * @param ofPolicy the columns that the policy adds; all of them are there, or none. The outcomes
   *     are read if there are any
   * @throws org.limpid.files.DataException if the file is of other jobs, or wrong
   */
  public static JobRecords records(Path file, Trace trace, List<ColumnType> ofPolicy) {
    List<JobField> added =
        new ArrayList<>(ofPolicy.stream().map(type -> JobField.named(type.name())).toList());
    Problems problems = new Problems();
    ReadColumns columns = new ReadColumns();
    List<Allocation> places = new ArrayList<>();
    CsvInput.read(
        file,
        schema(RECORDED).allOrNone(List.copyOf(added)),
        problems,
        row -> {
          requireJob(row, trace, places.size());
          columns.addAll(row, List.of(START_TIME, END_TIME, QUEUE, PREEMPTIONS));
          columns.addAll(row, added);
          columns.addAll(row, List.of(OUTCOME));
          places.add(place(row));
        });
    if (places.size() != trace.size() && problems.isEmpty()) {
      problems.add(
          file,
          "expected the %d jobs of the run, found %d".formatted(trace.size(), places.size()),
          RunFolder.CHANGED);
    }
    problems.throwIfAny();
    added.add(OUTCOME);
    return new JobRecords(
        columns.longs(START_TIME),
        columns.longs(END_TIME),
        columns.longs(QUEUE),
        columns.ints(PREEMPTIONS),
        places.toArray(Allocation[]::new),
        columns.of(added));
  }

  private static void requireJob(CsvRow row, Trace trace, int expected) {
    if (expected < trace.size() && !row.jobId(JOB_ID).equals(trace.jobId(expected))) {
      row.problem(JOB_ID, "expected job " + trace.jobId(expected), RunFolder.CHANGED);
    }
  }

  /** GPUs of a job; null of one that was turned away. */
  private static Allocation place(CsvRow row) {
    if (row.has(OUTCOME) && OUTCOME.whole(row) == Outcome.REJECTED.ordinal()) {
      return null;
    }
    try {
      return Allocation.parse(row.text(NODES));
    } catch (IllegalArgumentException _) {
      row.problem(NODES, "expected node:gpu+gpu;node:gpu", RunFolder.CHANGED);
      return null;
    }
  }

  /** Hands over the last placement of each job, row by row, without keeping them. */
  static void placements(Path file, RunFolder.PlacementConsumer consumer) {
    int[] row = {0};
    forEach(file, TABLE, fields -> consumer.accept(row[0]++, fields.text(NODES)));
  }

  /** The names of all jobs; numbers of rows, from 1, where the file has none. */
  static List<String> ids(Path file) {
    List<String> ids = new ArrayList<>();
    forEach(
        file,
        TABLE,
        row ->
            ids.add(
                row.isEmpty(JOB_ID) ? Integer.toString(ids.size() + 1) : row.restoredText(JOB_ID)));
    return ids;
  }

  private static void forEach(Path file, CsvSchema schema, Consumer<CsvRow> consumer) {
    Problems problems = new Problems();
    CsvInput.read(file, schema, problems, consumer);
    problems.throwIfAny();
  }

  /** The numbers of some columns, row by row; each column is taken out once. */
  private static final class ReadColumns {
    private final Map<JobField, LongStream.Builder> wholes = new EnumMap<>(JobField.class);
    private final Map<JobField, DoubleStream.Builder> decimals = new EnumMap<>(JobField.class);

    /** Adds the fields of a row that the file has. */
    void addAll(CsvRow row, List<JobField> fields) {
      fields.stream().filter(row::has).forEach(field -> add(row, field));
    }

    void add(CsvRow row, JobField field) {
      if (field.isDecimal()) {
        decimals.computeIfAbsent(field, _ -> DoubleStream.builder()).add(field.decimal(row));
      } else {
        wholes.computeIfAbsent(field, _ -> LongStream.builder()).add(field.whole(row));
      }
    }

    long[] longs(JobField field) {
      return wholes.getOrDefault(field, LongStream.builder()).build().toArray();
    }

    int[] ints(JobField field) {
      return Arrays.stream(longs(field)).mapToInt(Math::toIntExact).toArray();
    }

    List<JobColumn> of(List<JobField> fields) {
      List<JobColumn> columns = new ArrayList<>();
      for (JobField field : fields) {
        String name = CsvSchema.nameOf(field);
        if (wholes.containsKey(field)) {
          columns.add(new JobColumn.Whole(name, longs(field)));
        } else if (decimals.containsKey(field)) {
          columns.add(new JobColumn.Decimal(name, decimals.get(field).build().toArray()));
        }
      }
      return columns;
    }
  }
}
