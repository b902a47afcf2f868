package org.limpid.data.doctor;

import java.util.Set;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;

/** Jobs that ran until their time limit. */
final class KilledAtLimit extends RowCheck {
  /** Schedulers look once a minute or so. */
  private static final long GRACE_SECONDS = 60;

  private static final double SHARE = 0.01;
  private static final int FEWEST = 5;

  KilledAtLimit() {
    super(
        "killed-at-limit",
        Severity.LOW,
        "They would have run longer, so that their durations are those of the limit and not of the"
            + " work.",
        "It marks them as cut off.");
  }

  @Override
  Cure cure() {
    return Cure.FIX;
  }

  @Override
  boolean shows(Subject subject, int row) {
    return isKilled(subject, row);
  }

  static boolean isKilled(Subject subject, int row) {
    long limit = subject.number(JobAttribute.TIME_LIMIT, row);
    long duration = subject.trace().durationSeconds(row);
    return subject.has(JobAttribute.TIME_LIMIT, row)
        && duration >= limit
        && duration <= limit + GRACE_SECONDS
        && !subject.optional().isSet(JobAttribute.CENSORED, row);
  }

  @Override
  double fewest(Subject subject) {
    return Math.max(FEWEST, SHARE * subject.size());
  }

  @Override
  String message(Subject subject, long rows) {
    return "%,d jobs ran until their time limit and are not marked as cut off.".formatted(rows);
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
