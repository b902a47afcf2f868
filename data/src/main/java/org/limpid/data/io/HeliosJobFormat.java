package org.limpid.data.io;

import java.util.List;

/**
 * {@code cluster_log.csv} of the Helios traces. Jobs without GPUs are left out, and so are jobs
 * that ran for 0 s: they were cancelled before they started and never held a GPU; and rows that
 * {@link RowFaults} names. Workloads are unknown.
 */
public final class HeliosJobFormat {
  public static final JobFormat FORMAT =
      JobFormat.of(
          "helios",
          CsvSchema.of(
                  TraceColumn.NEEDED,
                  List.of(
                      TraceColumn.JOBNAME,
                      TraceColumn.NODE_NUM,
                      TraceColumn.START_TIME,
                      TraceColumn.END_TIME,
                      TraceColumn.QUEUE))
              .allowingIndex(),
          HeliosJobFormat::reasonToLeaveOut);

  private HeliosJobFormat() {}

  /** Why the row is no GPU job that ran; null if it is one. */
  public static String reasonToLeaveOut(CsvRow row) {
    if (isZero(row, TraceColumn.GPU_NUM)) {
      return RowFaults.CPU_JOB;
    }
    return isZero(row, TraceColumn.DURATION) ? RowFaults.NEVER_RAN : RowFaults.of(row);
  }

  /** Whether the field is 0, also as pandas writes it. */
  public static boolean isZero(CsvRow row, TraceColumn column) {
    String text = row.text(column);
    return text.equals("0") || text.equals("0.0");
  }
}
