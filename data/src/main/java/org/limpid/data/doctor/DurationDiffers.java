package org.limpid.data.doctor;

import java.util.function.UnaryOperator;
import org.limpid.data.Trace;
import org.limpid.files.Words;

/** Start to end is not as long as the duration. */
final class DurationDiffers extends RowCheck {
  DurationDiffers() {
    super(
        "duration-differs",
        Severity.MEDIUM,
        "The simulated jobs run for another time than the real ones did.");
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
  UnaryOperator<Trace.Job> change(Subject subject, int row) {
    long elapsed = Math.max(1, DurationGap.elapsed(subject, row));
    return job -> job.with(job.virtualCluster(), job.gpuCount(), elapsed);
  }
}
