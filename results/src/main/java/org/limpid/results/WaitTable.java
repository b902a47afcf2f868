package org.limpid.results;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.AtomicFiles;
import org.limpid.files.Problems;
import org.limpid.simulation.waiting.WaitAttribution;
import org.limpid.simulation.waiting.WaitCause;

/**
 * Why each job waited under one policy, in seconds by cause, in the order of the trace. The seconds
 * of a job sum exactly to its queueing delay. Immutable.
 */
public final class WaitTable {
  private static final WaitCause[] CAUSES = WaitCause.values();

  /** What the column {@code overtaken} was called before. */
  private static final String FORMER_NAME = "behind_shorter";

  /** The job, then the causes in their order, each called like its constant. */
  private static final CsvSchema SCHEMA =
      CsvSchema.of(List.of(Field.JOB_ID), List.of())
          .with(List.of(CAUSES))
          .alias(FORMER_NAME, WaitCause.OVERTAKEN)
          .ignoringOthers()
          .ownFiles();

  private static final long LONGEST = 1L << 53;

  /** Per cause a column. */
  private final long[][] seconds;

  private WaitTable(long[][] seconds) {
    this.seconds = seconds;
  }

  /**
   * Writes {@code waits.csv}, or nothing.
   *
   * @throws org.limpid.files.DataException if it can't be written
   */
  public static void write(Path file, Trace trace, WaitAttribution waits) {
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(out)) {
            csv.row(
                Stream.concat(Stream.of(Field.JOB_ID), Stream.of(CAUSES))
                    .map(CsvSchema::nameOf)
                    .toArray(String[]::new));
            for (int row = 0; row < waits.size(); row++) {
              csv.field(trace.jobId(row));
              for (WaitCause cause : CAUSES) {
                csv.field(waits.seconds(row, cause));
              }
              csv.endRow();
            }
          }
        });
  }

  /**
   * Reads {@code waits.csv}.
   *
   * @param jobs all jobs of the run under the policy
   * @throws org.limpid.files.DataException if it can't be read, is wrong, or is about other jobs
   */
  public static WaitTable read(Path file, JobTable jobs) {
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

  /** The rows that were read so far. */
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
          long value = fields.wholeNumber(cause, 0, LONGEST, RunFolder.CHANGED);
          seconds[cause.ordinal()][row] = value;
          sum += value;
        }
        if (fields.isGood() && sum != jobs.queueSeconds(row)) {
          fields.problem(
              Field.JOB_ID,
              "expected causes that sum to %d, the queue of the job in jobs.csv, found %d"
                  .formatted(jobs.queueSeconds(row), sum),
              "Maybe it belongs to another run.");
        }
      }
      row++;
    }
  }

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

  /** What a job waited for longest; the first of several. */
  public WaitCause largest(int row) {
    WaitCause largest = CAUSES[0];
    for (WaitCause cause : CAUSES) {
      if (seconds(row, cause) > seconds(row, largest)) {
        largest = cause;
      }
    }
    return largest;
  }

  /** Seconds by cause, summed over some rows. */
  public long sum(int[] rows, WaitCause cause) {
    return Arrays.stream(rows).mapToLong(row -> seconds(row, cause)).sum();
  }

  /** The column before those of the causes. */
  private enum Field {
    JOB_ID
  }
}
