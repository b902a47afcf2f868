package org.limpid.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.Problems;

/** Reads {@code jobs.csv}, as far as stories need it. */
final class JobFactsReader {
  private static final List<Column> NUMBERS =
      List.of(
          Column.SUBMIT_TIME, Column.DURATION, Column.START_TIME, Column.END_TIME, Column.QUEUE);
  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(
                  Column.JOB_ID,
                  Column.USER,
                  Column.VC,
                  Column.GPU_NUM,
                  Column.SUBMIT_TIME,
                  Column.DURATION,
                  Column.START_TIME,
                  Column.END_TIME,
                  Column.QUEUE),
              List.of(Column.PROFQUEUE, Column.FINISHED_IN_PROFILER, Column.SHARESCORE))
          .ignoringOthers()
          .ownFiles();
  private static final long LATEST = 1L << 53;
  private static final String HINT = "Maybe the file was changed after the run.";

  private final LongStream.Builder ids = LongStream.builder();
  private final List<String> users = new ArrayList<>();
  private final List<String> virtualClusters = new ArrayList<>();
  private final LongStream.Builder gpuCounts = LongStream.builder();
  private final LongStream.Builder[] times = new LongStream.Builder[JobFacts.Time.values().length];
  private final LongStream.Builder scores = LongStream.builder();
  private final LongStream.Builder finished = LongStream.builder();

  /** The columns that are read. */
  private enum Column {
    JOB_ID,
    USER,
    VC,
    GPU_NUM,
    SUBMIT_TIME,
    DURATION,
    START_TIME,
    END_TIME,
    QUEUE,
    PROFQUEUE,
    FINISHED_IN_PROFILER,
    SHARESCORE
  }

  private JobFactsReader() {
    Arrays.setAll(times, _ -> LongStream.builder());
  }

  static JobFacts read(Path file) {
    Problems problems = new Problems();
    JobFactsReader reader = new JobFactsReader();
    CsvInput.read(file, SCHEMA, problems, reader::add);
    problems.throwIfAny();
    return reader.facts();
  }

  private void add(CsvRow row) {
    ids.add(row.wholeNumber(Column.JOB_ID, Long.MIN_VALUE + 1, Long.MAX_VALUE, HINT));
    users.add(row.restoredText(Column.USER));
    virtualClusters.add(row.restoredText(Column.VC));
    gpuCounts.add(row.wholeNumber(Column.GPU_NUM, 1, Integer.MAX_VALUE, HINT));
    for (int i = 0; i < NUMBERS.size(); i++) {
      times[i].add(row.wholeNumber(NUMBERS.get(i), -LATEST, LATEST, HINT));
    }
    times[NUMBERS.size()].add(orElse(row, Column.PROFQUEUE, 0));
    scores.add(
        row.isEmpty(Column.SHARESCORE)
            ? JobFacts.NO_SCORE
            : row.wholeNumber(Column.SHARESCORE, JobFacts.NO_SCORE, Integer.MAX_VALUE, HINT));
    finished.add(orElse(row, Column.FINISHED_IN_PROFILER, 0));
  }

  private static long orElse(CsvRow row, Column column, long otherwise) {
    return row.isEmpty(column) ? otherwise : row.wholeNumber(column, -LATEST, LATEST, HINT);
  }

  private JobFacts facts() {
    long[] flags = finished.build().toArray();
    boolean[] isFinished = new boolean[flags.length];
    for (int row = 0; row < flags.length; row++) {
      isFinished[row] = flags[row] != 0;
    }
    return new JobFacts(
        ids.build().toArray(),
        users.toArray(String[]::new),
        virtualClusters.toArray(String[]::new),
        gpuCounts.build().mapToInt(Math::toIntExact).toArray(),
        Arrays.stream(times).map(column -> column.build().toArray()).toArray(long[][]::new),
        scores.build().mapToInt(Math::toIntExact).toArray(),
        isFinished);
  }
}
