package org.limpid.data.io;

import java.time.LocalDateTime;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;

/** What the rows of all formats of jobs have in common. */
final class JobRows {
  private JobRows() {}

  /** The job of a row, or null when the row has problems. */
  static Trace.Job job(CsvRow row, LocalDateTime origin, WorkloadProfile profile) {
    long id = row.wholeNumber(JobColumn.JOB_ID, 0, Long.MAX_VALUE, "");
    String user = row.requiredText(JobColumn.USER);
    String virtualCluster = row.requiredText(JobColumn.VC);
    String name = row.text(JobColumn.JOBNAME);
    long gpus = row.wholeNumber(JobColumn.GPU_NUM, 1, Limits.MAX_COUNT, FieldHints::gpuCount);
    long cpus =
        row.has(JobColumn.CPU_NUM)
            ? row.wholeNumber(JobColumn.CPU_NUM, 0, Limits.MAX_COUNT, FieldHints::cpuCount)
            : 0;
    String state = row.text(JobColumn.STATE);
    long submit = row.seconds(JobColumn.SUBMIT_TIME, origin, 0, "");
    long duration =
        row.wholeNumber(JobColumn.DURATION, 1, Limits.MAX_SECONDS, FieldHints::duration);
    return row.isGood()
        ? new Trace.Job(
            id,
            user,
            virtualCluster,
            name,
            (int) gpus,
            (int) cpus,
            state,
            submit,
            duration,
            profile)
        : null;
  }
}
