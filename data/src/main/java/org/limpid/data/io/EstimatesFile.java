package org.limpid.data.io;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.limpid.data.Estimates;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.files.Problems;

/**
 * A table of estimated durations by job, in a column {@code priority} (as the artifact calls it) or
 * {@code estimate}, in seconds. Estimates may be negative, as models give them; jobs of other
 * traces are ignored.
 */
public final class EstimatesFile {
  private static final CsvSchema SCHEMA =
      CsvSchema.of(List.of(Column.values()), List.of())
          .alias("estimate", Column.PRIORITY)
          .ignoringOthers();

  private enum Column {
    JOB_ID,
    PRIORITY
  }

  private EstimatesFile() {}

  /**
   * The estimates for the rows of a trace, NaN where there is none; all that is wrong goes to
   * {@code problems}.
   */
  public static Estimates read(Path file, String source, Trace trace, Problems problems) {
    double[] seconds = new double[trace.size()];
    Arrays.fill(seconds, Double.NaN);
    JobIndex rowOfJob = rowOfJob(trace);
    JobIndex seen = new JobIndex(trace.size());
    CsvInput.read(
        file,
        SCHEMA,
        problems,
        row -> {
          JobId id = row.jobId(Column.JOB_ID);
          double estimate = row.number(Column.PRIORITY, -Limits.MAX_NUMBER, Limits.MAX_NUMBER, "");
          if (row.isGood() && seen.putIfAbsent(id, 0) != JobIndex.ABSENT) {
            row.problem(Column.JOB_ID, "expected each job once", "Maybe rows were copied twice.");
          }
          int traceRow = rowOfJob.get(id);
          if (traceRow != JobIndex.ABSENT) {
            seconds[traceRow] = estimate;
          }
        });
    return new Estimates(source, seconds);
  }

  private static JobIndex rowOfJob(Trace trace) {
    JobIndex index = new JobIndex(trace.size());
    for (int row = 0; row < trace.size(); row++) {
      index.putIfAbsent(trace.jobId(row), row);
    }
    return index;
  }
}
