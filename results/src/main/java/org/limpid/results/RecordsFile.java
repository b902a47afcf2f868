package org.limpid.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.Problems;
import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.record.JobColumn;
import org.limpid.simulation.record.JobRecords;

/** Reads {@code jobs.csv} back as the records that it was written from. */
public final class RecordsFile {
  private static final List<Field> DECIMAL_EXTRAS = List.of(Field.RATE, Field.PRIORITY);
  private static final List<Field> EXTRAS =
      Arrays.stream(Field.values()).filter(Field::isExtra).toList();
  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(
                  Field.JOB_ID,
                  Field.START_TIME,
                  Field.END_TIME,
                  Field.QUEUE,
                  Field.PREEMPTIONS,
                  Field.NODES),
              EXTRAS)
          .allOrNone(EXTRAS)
          .ignoringOthers()
          .ownFiles();
  private static final long LATEST = 1L << 53;
  private static final String HINT = "Maybe the file was changed after the run.";

  private final Trace trace;
  private final JobRecords records;
  private final List<JobColumn> extra = new ArrayList<>();
  private int size;

  /** The columns, those of Lucid in their order. */
  private enum Field {
    JOB_ID,
    START_TIME,
    END_TIME,
    QUEUE,
    PREEMPTIONS,
    NODES,
    PROFILED,
    PROFQUEUE,
    FINISHED_IN_PROFILER,
    SHARESCORE,
    RATE,
    COLOCATED_AT,
    DECOLOCATED_AT,
    PRIORITY;

    boolean isExtra() {
      return ordinal() > NODES.ordinal();
    }
  }

  private RecordsFile(Trace trace) {
    this.trace = trace;
    int jobs = trace.size();
    records =
        new JobRecords(
            new long[jobs],
            new long[jobs],
            new long[jobs],
            new int[jobs],
            new Allocation[jobs],
            List.of());
  }

  /**
   * Reads the records of the jobs of a trace.
   *
   * @throws org.limpid.files.DataException if the file is of other jobs, or wrong
   */
  public static JobRecords read(Path file, Trace trace) {
    Problems problems = new Problems();
    RecordsFile reader = new RecordsFile(trace);
    CsvInput.read(file, SCHEMA, problems, reader::add);
    if (reader.size != trace.size() && problems.isEmpty()) {
      problems.add(
          file,
          "expected the %d jobs of the run, found %d".formatted(trace.size(), reader.size),
          HINT);
    }
    problems.throwIfAny();
    return reader.finished();
  }

  private JobRecords finished() {
    return new JobRecords(
        records.startSeconds(),
        records.endSeconds(),
        records.queueSeconds(),
        records.preemptions(),
        records.allocations(),
        extra);
  }

  private void add(CsvRow fields) {
    if (size == 0) {
      addColumns(fields);
    }
    int row = size++;
    if (row >= trace.size()) {
      return;
    }
    if (whole(fields, Field.JOB_ID) != trace.jobId(row)) {
      fields.problem(Field.JOB_ID, "expected job " + trace.jobId(row), HINT);
    }
    records.startSeconds()[row] = whole(fields, Field.START_TIME);
    records.endSeconds()[row] = whole(fields, Field.END_TIME);
    records.queueSeconds()[row] = whole(fields, Field.QUEUE);
    records.preemptions()[row] = (int) whole(fields, Field.PREEMPTIONS);
    records.allocations()[row] = place(fields);
    for (JobColumn column : extra) {
      read(fields, column, row);
    }
  }

  private void addColumns(CsvRow fields) {
    for (Field field : Field.values()) {
      if (field.isExtra() && fields.has(field)) {
        String name = CsvSchema.nameOf(field);
        extra.add(
            DECIMAL_EXTRAS.contains(field)
                ? new JobColumn.Decimal(name, new double[trace.size()])
                : new JobColumn.Whole(name, new long[trace.size()]));
      }
    }
  }

  private static Allocation place(CsvRow fields) {
    try {
      return Allocation.parse(fields.text(Field.NODES));
    } catch (IllegalArgumentException _) {
      fields.problem(Field.NODES, "expected node:gpu+gpu;node:gpu", HINT);
      return null;
    }
  }

  private static void read(CsvRow fields, JobColumn column, int row) {
    Field field = Field.valueOf(column.name().toUpperCase(Locale.ROOT));
    boolean empty = fields.isEmpty(field);
    switch (column) {
      case JobColumn.Whole(_, var values) ->
          values[row] = empty ? JobColumn.NONE : whole(fields, field);
      case JobColumn.Decimal(_, var values) ->
          values[row] =
              empty ? Double.NaN : fields.number(field, -Double.MAX_VALUE, Double.MAX_VALUE, HINT);
    }
  }

  private static long whole(CsvRow fields, Field field) {
    return fields.wholeNumber(field, -LATEST, LATEST, HINT);
  }
}
