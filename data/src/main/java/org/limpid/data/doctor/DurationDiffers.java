package org.limpid.data.doctor;

import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.files.Words;

/** Start to end is not as long as the duration. */
final class DurationDiffers extends RowCheck {
  DurationDiffers() {
    super(
        "duration-differs",
        Severity.MEDIUM,
        "The simulated jobs run for another time than the real ones did.",
        "It takes end - start for the duration.");
  }

  @Override
  Cure cure() {
    return Cure.FIX;
  }

  @Override
  boolean shows(Subject subject, int row) {
    long gap = DurationGap.seconds(subject, row);
    return gap != 0 && !DurationGap.isOfClocks(gap);
  }

  @Override
  String message(Subject subject, long rows) {
    return "Of %s end - start is not the duration.".formatted(Words.count(rows, "job"));
  }

  /** What was measured at both ends counts. */
  @Override
  Trace.Job mended(Subject subject, int row, Trace.Job job) {
    long elapsed =
        job.attributes().number(JobAttribute.END_TIME)
            - job.attributes().number(JobAttribute.START_TIME);
    return job.with(job.virtualCluster(), job.gpuCount(), Math.max(1, elapsed));
  }
}
