package org.limpid.results;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.Problems;
import org.limpid.simulation.waiting.WaitCause;

/**
 * Why each job waited under one policy, in seconds by cause, in the order of the trace. The seconds
 * of a job sum exactly to its queueing delay. Immutable.
 */
public final class WaitTable {
  private static final WaitCause[] CAUSES = WaitCause.values();
  private static final CsvSchema SCHEMA =
      CsvSchema.of(List.copyOf(EnumSet.allOf(WaitField.class)), List.of())
          .ignoringOthers()
          .ownFiles();
  private static final long LONGEST = 1L << 53;
  private static final String HINT = "Maybe the file was changed after the run.";

  /** Per cause a column. */
  private final long[][] seconds;

  private WaitTable(long[][] seconds) {
    this.seconds = seconds;
  }

  /**
   * Reads {@code waits.csv}.
   *
   * @param jobs all jobs of the run under the policy
   */
  static WaitTable read(Path file, JobTable jobs) {
    Problems problems = new Problems();
    Reading reading = new Reading(jobs);
    CsvInput.read(file, SCHEMA, problems, reading::add);
    if (problems.isEmpty() && reading.row != jobs.size()) {
      problems.add(
          file,
          "expected a row for each of %d jobs, found %d".formatted(jobs.size(), reading.row),
          "Maybe it belongs to another run.");
    }
    problems.throwIfAny();
    return new WaitTable(reading.seconds);
  }

  /** The rows of the file as far as they were read. */
  private static final class Reading {
    private final JobTable jobs;
    private final long[][] seconds;
    private int row;

    Reading(JobTable jobs) {
      this.jobs = jobs;
      seconds = new long[CAUSES.length][jobs.size()];
    }

    void add(CsvRow fields) {
      if (row < jobs.size()) {
        long sum = 0;
        for (WaitCause cause : CAUSES) {
          long value = fields.wholeNumber(WaitField.of(cause), 0, LONGEST, HINT);
          seconds[cause.ordinal()][row] = value;
          sum += value;
        }
        if (fields.isGood() && sum != jobs.queueSeconds(row)) {
          fields.problem(
              WaitField.JOB_ID,
              "expected causes that sum to %d, the queue of the job in jobs.csv, found %d"
                  .formatted(jobs.queueSeconds(row), sum),
              "Maybe it belongs to another run.");
        }
      }
      row++;
    }
  }

  /** Some rows. */
  WaitTable rows(int[] rows) {
    long[][] some = new long[seconds.length][];
    for (int cause = 0; cause < some.length; cause++) {
      some[cause] = Columns.rows(seconds[cause], rows);
    }
    return new WaitTable(some);
  }

  /** Number of jobs. */
  public int size() {
    return seconds[0].length;
  }

  /** How long a job waited for a cause. */
  public long seconds(int row, WaitCause cause) {
    return seconds[cause.ordinal()][row];
  }
}
