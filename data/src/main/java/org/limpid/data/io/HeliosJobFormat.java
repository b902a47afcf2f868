package org.limpid.data.io;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.limpid.data.Trace;
import org.limpid.files.Problems;

/**
 * {@code cluster_log.csv} of the Helios traces. Jobs without GPUs are left out, and so are jobs
 * that ran for 0 s: they were cancelled before they started and never held a GPU; and rows that
 * {@link RowFaults} names. Workloads are unknown.
 */
public final class HeliosJobFormat implements JobFormat {
  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              JobColumn.NEEDED,
              List.of(
                  JobColumn.JOBNAME,
                  JobColumn.NODE_NUM,
                  JobColumn.START_TIME,
                  JobColumn.END_TIME,
                  JobColumn.QUEUE))
          .allowingIndex();

  private final BiPredicate<CsvRow, JobSink> kept;

  /** The format without CPU jobs, jobs that never ran and rows that are no jobs. */
  public HeliosJobFormat() {
    kept = HeliosJobFormat::isKept;
  }

  /**
   * The format with a choice of rows.
   *
   * @param kept which rows are read; the others may be malformed
   */
  public HeliosJobFormat(Predicate<CsvRow> kept) {
    this.kept = (row, _) -> kept.test(row);
  }

  private static boolean isKept(CsvRow row, JobSink sink) {
    String reason = reasonToLeaveOut(row);
    if (reason != null) {
      sink.leaveOut(reason);
    }
    return reason == null;
  }

  /** Why the row is no GPU job that ran; null if it is one. */
  public static String reasonToLeaveOut(CsvRow row) {
    if (isZero(row, JobColumn.GPU_NUM)) {
      return RowFaults.CPU_JOB;
    }
    return isZero(row, JobColumn.DURATION) ? RowFaults.NEVER_RAN : RowFaults.of(row);
  }

  @Override
  public String name() {
    return "helios";
  }

  @Override
  public void read(Path file, LocalDateTime origin, Problems problems, JobSink sink) {
    JobRows jobs = new JobRows(origin);
    CsvInput.read(
        file,
        SCHEMA,
        problems,
        row -> {
          Trace.Job job = kept.test(row, sink) ? jobs.job(row, null) : null;
          if (job != null) {
            sink.accept(row.line(), job);
          }
        });
  }

  /** Whether the field is 0, also as pandas writes it. */
  public static boolean isZero(CsvRow row, JobColumn column) {
    String text = row.text(column);
    return text.equals("0") || text.equals("0.0");
  }
}
