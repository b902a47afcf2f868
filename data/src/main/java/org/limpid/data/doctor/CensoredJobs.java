package org.limpid.data.doctor;

import org.limpid.data.JobAttribute;
import org.limpid.files.Words;

/** Jobs that are marked as cut off. */
final class CensoredJobs extends RowCheck {
  CensoredJobs() {
    super(
        "censored-jobs",
        Severity.MEDIUM,
        "Their true durations are longer: simulated waits are too short, and models learn too short"
            + " ones.");
  }

  @Override
  boolean shows(Subject subject, int row) {
    return subject.optional().isSet(JobAttribute.CENSORED, row);
  }

  @Override
  String message(Subject subject, long rows) {
    return "Marked as cut off: %s.".formatted(Words.count(rows, "job"));
  }

  @Override
  String remedy(Subject subject, int first) {
    return first >= subject.size() / 2
        ? subject.sample("--to " + subject.time(subject.trace().submitSeconds(first)))
        : "They are all over the trace: compare policies by the other jobs.";
  }
}
