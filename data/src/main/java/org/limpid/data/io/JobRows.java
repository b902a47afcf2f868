package org.limpid.data.io;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;

/** What the rows of all formats of jobs have in common. */
final class JobRows {
  private final LocalDateTime origin;
  private final WorkloadColumns workloads = new WorkloadColumns();
  private List<JobAttribute> optional;

  JobRows(LocalDateTime origin) {
    this.origin = origin;
  }

  /** The job of a row, or null when the row has problems. */
  Trace.Job job(CsvRow row) {
    WorkloadProfile profile = row.has(TraceColumn.MODEL) ? workloads.read(row) : null;
    JobId id = row.jobId(TraceColumn.JOB_ID);
    String user = row.requiredText(TraceColumn.USER);
    String virtualCluster = row.requiredText(TraceColumn.VC);
    String name = row.text(TraceColumn.JOBNAME);
    long gpus = row.wholeNumber(TraceColumn.GPU_NUM, 1, Limits.MAX_COUNT, FieldHints::gpuCount);
    long cpus =
        row.has(TraceColumn.CPU_NUM)
            ? row.wholeNumber(TraceColumn.CPU_NUM, 0, Limits.MAX_COUNT, FieldHints::cpuCount)
            : 0;
    String state = row.text(TraceColumn.STATE);
    long submit = row.seconds(TraceColumn.SUBMIT_TIME, origin, 0, "");
    long duration =
        row.wholeNumber(TraceColumn.DURATION, 1, Limits.MAX_SECONDS, FieldHints::duration);
    JobAttributes attributes = attributes(row);
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
            profile,
            attributes)
        : null;
  }

  private JobAttributes attributes(CsvRow row) {
    if (optional == null) {
      optional = Arrays.stream(JobAttribute.values()).filter(row::has).toList();
    }
    JobAttributes attributes = JobAttributes.NONE;
    for (JobAttribute attribute : optional) {
      if (!row.isEmpty(attribute)) {
        attributes = attributes.with(attribute, value(attribute, row));
      }
    }
    return attributes;
  }

  private Object value(JobAttribute attribute, CsvRow row) {
    return switch (attribute.kind()) {
      case TEXT -> text(attribute, row);
      case JOB -> row.jobId(attribute);
      case FLAG -> row.flag(attribute) ? 1L : 0L;
      case NUMBER -> row.wholeNumber(attribute, attribute.minimum(), attribute.maximum(), "");
      case TIME -> row.seconds(attribute, origin, attribute.minimum(), "");
    };
  }

  private static String text(JobAttribute attribute, CsvRow row) {
    String text = row.text(attribute);
    if (!attribute.choices().isEmpty() && !attribute.choices().contains(text)) {
      row.problem(attribute, "expected one of " + String.join(", ", attribute.choices()), "");
    }
    return text;
  }
}
