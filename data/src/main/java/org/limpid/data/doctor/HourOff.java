package org.limpid.data.doctor;

import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.files.Words;

/** Start to end differs from the duration by whole hours: clocks were changed between. */
final class HourOff extends RowCheck {
  HourOff() {
    super(
        "hour-off",
        Severity.MEDIUM,
        "A simulation takes the duration, but waits that are compared with the real ones are off by"
            + " these hours.",
        "It keeps start and duration, and moves the end.");
  }

  @Override
  boolean shows(Subject subject, int row) {
    return DurationGap.isOfClocks(DurationGap.seconds(subject, row));
  }

  @Override
  String message(Subject subject, long rows) {
    return "Of %s end - start is whole hours off the duration.".formatted(Words.count(rows, "job"));
  }

  @Override
  Trace.Job mended(Subject subject, int row, Trace.Job job) {
    long end = job.attributes().number(JobAttribute.START_TIME) + job.durationSeconds();
    return job.with(job.attributes().with(JobAttribute.END_TIME, end));
  }
}
