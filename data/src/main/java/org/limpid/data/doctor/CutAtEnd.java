package org.limpid.data.doctor;

import java.util.Set;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;

/** Many jobs end in the last second of all: what was running then was cut off. */
final class CutAtEnd extends RowCheck {
  private static final int FEWEST = 5;

  CutAtEnd() {
    super(
        "cut-at-end",
        Severity.MEDIUM,
        "Their true durations are longer, and models that are not told learn too short ones.",
        "It marks them as cut off.");
  }

  @Override
  Cure cure() {
    return Cure.FIX;
  }

  @Override
  boolean shows(Subject subject, int row) {
    return subject.has(JobAttribute.END_TIME, row)
        && subject.number(JobAttribute.END_TIME, row) == subject.lastEnd()
        && !subject.optional().isSet(JobAttribute.CENSORED, row);
  }

  @Override
  double fewest(Subject subject) {
    return FEWEST;
  }

  @Override
  String message(Subject subject, long rows) {
    return "%,d jobs end in the very last second, at %s, and are not marked as cut off."
        .formatted(rows, subject.time(subject.lastEnd()));
  }

  @Override
  Trace.Job mended(Subject subject, int row, Trace.Job job) {
    return job.with(job.attributes().with(JobAttribute.CENSORED, 1));
  }

  @Override
  Set<JobAttribute> added() {
    return Set.of(JobAttribute.CENSORED);
  }
}
