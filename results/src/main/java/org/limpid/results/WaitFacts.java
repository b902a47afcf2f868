package org.limpid.results;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.simulation.waiting.WaitCause;

/** What {@code waits.csv} says: how long every job waited for what. Immutable. */
public final class WaitFacts {
  private static final CsvSchema SCHEMA =
      CsvSchema.of(List.of(Column.values()), List.<Column>of()).ownFiles();
  private static final int CAUSES = WaitCause.values().length;
  private static final long LATEST = 1L << 53;

  private final long[] seconds;

  /** The columns, causes in their order. */
  private enum Column {
    JOB_ID,
    PROFILER,
    CLUSTER_FULL,
    BEHIND_SHORTER,
    FRAGMENTED,
    HEAD_OF_LINE,
    OVERHEAD;

    static Column of(WaitCause cause) {
      return values()[cause.ordinal() + 1];
    }
  }

  private WaitFacts(long[] seconds) {
    this.seconds = seconds;
  }

  /**
   * Reads the file.
   *
   * @param facts the jobs of the same run and policy
   * @throws DataException if it can't be read, is wrong, or is about other jobs
   */
  public static WaitFacts read(Path file, JobFacts facts) {
    Problems problems = new Problems();
    LongStream.Builder all = LongStream.builder();
    int[] rows = {0};
    CsvInput.read(
        file,
        SCHEMA,
        problems,
        row -> {
          long sum = add(row, all);
          int job = rows[0]++;
          if (row.isGood() && job < facts.size() && sum != facts.queueSeconds(job)) {
            row.problem(
                Column.JOB_ID,
                "expected causes that sum to %d, the queue of the job in jobs.csv, found %d"
                    .formatted(facts.queueSeconds(job), sum),
                "Maybe it is of another run than jobs.csv.");
          }
        });
    problems.throwIfAny();
    if (rows[0] != facts.size()) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected %d jobs, found %d".formatted(facts.size(), rows[0]),
              "Maybe it is of another run than jobs.csv."));
    }
    return new WaitFacts(all.build().toArray());
  }

  /** Adds the seconds of a job, and returns their sum. */
  private static long add(CsvRow row, LongStream.Builder all) {
    long sum = 0;
    for (WaitCause cause : WaitCause.values()) {
      long seconds = row.wholeNumber(Column.of(cause), 0, LATEST, "Maybe the file was changed.");
      all.add(seconds);
      sum += seconds;
    }
    return sum;
  }

  /** Seconds that the job in this row waited for this. */
  public long seconds(int row, WaitCause cause) {
    return seconds[row * CAUSES + cause.ordinal()];
  }

  /** What it waited for longest; the first of several. */
  public WaitCause largest(int row) {
    WaitCause largest = WaitCause.PROFILER;
    for (WaitCause cause : WaitCause.values()) {
      if (seconds(row, cause) > seconds(row, largest)) {
        largest = cause;
      }
    }
    return largest;
  }

  /** Seconds by cause, summed over some rows. */
  public long sum(int[] rows, WaitCause cause) {
    long sum = 0;
    for (int row : rows) {
      sum += seconds(row, cause);
    }
    return sum;
  }
}
