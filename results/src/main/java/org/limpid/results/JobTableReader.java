package org.limpid.results;

import static org.limpid.results.JobField.COLOCATED_AT;
import static org.limpid.results.JobField.DURATION;
import static org.limpid.results.JobField.END_TIME;
import static org.limpid.results.JobField.FINISHED_IN_PROFILER;
import static org.limpid.results.JobField.GPU_NUM;
import static org.limpid.results.JobField.JOB_ID;
import static org.limpid.results.JobField.NODES;
import static org.limpid.results.JobField.PREEMPTIONS;
import static org.limpid.results.JobField.PROFILED;
import static org.limpid.results.JobField.PROFQUEUE;
import static org.limpid.results.JobField.QUEUE;
import static org.limpid.results.JobField.RATE;
import static org.limpid.results.JobField.SHARESCORE;
import static org.limpid.results.JobField.START_TIME;
import static org.limpid.results.JobField.SUBMIT_TIME;
import static org.limpid.results.JobField.USER;
import static org.limpid.results.JobField.VC;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.Problems;

/**
 * Reads {@code jobs.csv} of one policy after the other. Columns that other policies have may be
 * missing.
 */
final class JobTableReader {
  private static final List<JobField> NUMBERS =
      List.of(GPU_NUM, SUBMIT_TIME, DURATION, START_TIME, END_TIME, QUEUE);
  private static final List<JobField> OPTIONAL_NUMBERS =
      List.of(PREEMPTIONS, PROFILED, PROFQUEUE, FINISHED_IN_PROFILER, SHARESCORE, COLOCATED_AT);

  /** What is kept as an int; -1 where the file has nothing. */
  private static final Set<JobField> COUNTS =
      EnumSet.of(GPU_NUM, PREEMPTIONS, PROFILED, FINISHED_IN_PROFILER, SHARESCORE);

  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(USER, VC, GPU_NUM, SUBMIT_TIME, DURATION, START_TIME, END_TIME, QUEUE),
              List.of(
                  JOB_ID,
                  PREEMPTIONS,
                  NODES,
                  PROFILED,
                  PROFQUEUE,
                  FINISHED_IN_PROFILER,
                  SHARESCORE,
                  RATE,
                  COLOCATED_AT))
          .ignoringOthers()
          .ownFiles();
  private static final long LATEST = 1L << 53;
  private static final String HINT = "Maybe the file was changed after the run.";

  private final Submissions.Keeper keeper = new Submissions.Keeper();

  JobTable read(Path file) {
    Problems problems = new Problems();
    Rows rows = new Rows();
    CsvInput.read(file, SCHEMA, problems, rows::add);
    problems.throwIfAny();
    return rows.table(keeper::keptOrOwn);
  }

  void placements(Path file, RunFolder.PlacementConsumer consumer) {
    Problems problems = new Problems();
    int[] row = {0};
    CsvInput.read(file, SCHEMA, problems, fields -> consumer.accept(row[0]++, fields.text(NODES)));
    problems.throwIfAny();
  }

  List<String> ids(Path file) {
    Problems problems = new Problems();
    List<String> ids = new ArrayList<>();
    CsvInput.read(
        file,
        SCHEMA,
        problems,
        row -> ids.add(row.isEmpty(JOB_ID) ? Integer.toString(ids.size() + 1) : row.text(JOB_ID)));
    problems.throwIfAny();
    return ids;
  }

  /** The columns of one file as far as they were read. */
  private static final class Rows {
    private final NameColumn.Builder users = new NameColumn.Builder();
    private final NameColumn.Builder virtualClusters = new NameColumn.Builder();
    private final Map<JobField, LongColumn> numbers = new EnumMap<>(JobField.class);
    private DoubleColumn rates;

    void add(CsvRow row) {
      users.add(row.restoredText(USER));
      virtualClusters.add(row.restoredText(VC));
      for (JobField field : NUMBERS) {
        add(field, row.wholeNumber(field, least(field), most(field), HINT));
      }
      for (JobField field : OPTIONAL_NUMBERS) {
        if (row.has(field)) {
          add(
              field,
              row.isEmpty(field) ? -1 : row.wholeNumber(field, least(field), most(field), HINT));
        }
      }
      if (row.has(RATE)) {
        rates = rates == null ? new DoubleColumn() : rates;
        rates.add(row.isEmpty(RATE) ? 1 : row.number(RATE, 0, Double.MAX_VALUE, HINT));
      }
    }

    private static long least(JobField field) {
      return field == GPU_NUM ? 1 : COUNTS.contains(field) ? -1 : -LATEST;
    }

    private static long most(JobField field) {
      return COUNTS.contains(field) ? Integer.MAX_VALUE : LATEST;
    }

    private void add(JobField field, long value) {
      numbers.computeIfAbsent(field, _ -> new LongColumn()).add(value);
    }

    JobTable table(UnaryOperator<Submissions> sharing) {
      Submissions own =
          new Submissions(
              users.build(),
              virtualClusters.build(),
              intsOrEmpty(GPU_NUM),
              longsOrEmpty(SUBMIT_TIME),
              longsOrEmpty(DURATION));
      int[] preemptions = ints(PREEMPTIONS);
      int size = own.submitSeconds.length;
      return new JobTable(
          sharing.apply(own),
          new JobTable.Outcomes(
              longsOrEmpty(START_TIME),
              longsOrEmpty(END_TIME),
              longsOrEmpty(QUEUE),
              preemptions == null ? new int[size] : preemptions),
          new JobTable.Sharing(
              ints(PROFILED),
              longs(PROFQUEUE),
              ints(FINISHED_IN_PROFILER),
              ints(SHARESCORE),
              rates == null ? null : rates.values(),
              longs(COLOCATED_AT)));
    }

    private long[] longs(JobField field) {
      LongColumn column = numbers.get(field);
      return column == null ? null : column.longs();
    }

    private int[] ints(JobField field) {
      LongColumn column = numbers.get(field);
      return column == null ? null : column.ints();
    }

    private long[] longsOrEmpty(JobField field) {
      return numbers.getOrDefault(field, new LongColumn()).longs();
    }

    private int[] intsOrEmpty(JobField field) {
      return numbers.getOrDefault(field, new LongColumn()).ints();
    }
  }
}
