package org.limpid.data.doctor;

import java.util.Optional;
import org.limpid.data.Trace;
import org.limpid.files.Words;

/** A long time without submissions. */
final class SubmissionGap extends Check {
  private static final long SHORTEST_SECONDS = 86_400;

  /** So many jobs come in a gap of usual times. */
  private static final double EXPECTED = 20;

  SubmissionGap() {
    super(
        "submission-gap",
        Severity.LOW,
        "All queues drain in it: means are those of two traces, and shares of GPUs in use are too"
            + " low.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    Trace trace = subject.trace();
    Rows rows = new Rows();
    int widest = 0;
    for (int row = 1; row < subject.size(); row++) {
      if (isGap(subject, gap(trace, row))) {
        rows.add(row);
        widest = gap(trace, row) > (widest == 0 ? 0 : gap(trace, widest)) ? row : widest;
      }
    }
    return rows.count() == 0
        ? Optional.empty()
        : Optional.of(
            Symptom.of(
                rows,
                "%s nobody submits for a day or longer, at most for %.1f days, until %s."
                    .formatted(
                        Words.capital(Words.times(rows.count())),
                        gap(trace, widest) / 86_400.0,
                        subject.time(trace.submitSeconds(widest))),
                mended(
                    subject,
                    "It moves all later times earlier by whole days, until less than a day is"
                        + " left.")));
  }

  private static long gap(Trace trace, int row) {
    return trace.submitSeconds(row) - trace.submitSeconds(row - 1);
  }

  private static boolean isGap(Subject subject, long gap) {
    return gap >= SHORTEST_SECONDS && (double) gap * subject.size() / subject.span() >= EXPECTED;
  }

  @Override
  void mend(Subject subject, Mending mending) {
    for (int row = 1; row < subject.size(); row++) {
      if (isGap(subject, gap(subject.trace(), row))) {
        mending.closeGap(row);
      }
    }
  }
}
