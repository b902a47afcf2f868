package org.limpid.data.doctor;

import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.files.Words;

/** Jobs that are marked as cut off. */
final class CensoredJobs extends RowCheck {
  CensoredJobs() {
    super(
        "censored-jobs",
        Severity.MEDIUM,
        "Their true durations are longer: simulated waits are too short, and models learn too short"
            + " ones.",
        "It leaves these jobs out, most of which are long.");
  }

  @Override
  boolean shows(Subject subject, int row) {
    return subject.optional().isSet(JobAttribute.CENSORED, row);
  }

  @Override
  String message(Subject subject, long rows) {
    return "Marked as cut off: %s.".formatted(Words.count(rows, "job"));
  }

  /** Where they all come late, the trace ends before them. */
  @Override
  Remedy remedy(Subject subject, int first) {
    long time = subject.trace().submitSeconds(first);
    boolean isLate = first >= subject.size() / 2 && time > subject.firstSubmit();
    return isLate
        ? sampled(subject, "--to " + subject.time(time), "It ends the trace before the first one.")
        : super.remedy(subject, first);
  }

  @Override
  Trace.Job mended(Subject subject, int row, Trace.Job job) {
    return null;
  }
}
