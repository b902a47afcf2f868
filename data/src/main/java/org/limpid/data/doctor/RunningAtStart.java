package org.limpid.data.doctor;

import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.files.Words;

/** Jobs that were running when the trace began. */
final class RunningAtStart extends RowCheck {
  RunningAtStart() {
    super(
        "running-at-start",
        Severity.MEDIUM,
        "A simulation begins with empty nodes and queues these jobs as if they were new.",
        "It leaves these jobs out.");
  }

  @Override
  boolean shows(Subject subject, int row) {
    return subject.optional().isSet(JobAttribute.RUNNING_AT_START, row);
  }

  @Override
  String message(Subject subject, long rows) {
    return "Running when the trace began: %s.".formatted(Words.count(rows, "job"));
  }

  @Override
  Trace.Job mended(Subject subject, int row, Trace.Job job) {
    return null;
  }
}
