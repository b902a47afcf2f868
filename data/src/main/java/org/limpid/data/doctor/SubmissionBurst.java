package org.limpid.data.doctor;

import java.util.Optional;
import org.limpid.data.Trace;

/** Very many jobs come in one second. */
final class SubmissionBurst extends Check {
  private static final int FEWEST = 100;
  private static final double SHARE = 0.01;

  SubmissionBurst() {
    super(
        "submission-burst",
        Severity.LOW,
        "One burst, such as the queue that was there when the trace began, decides the means.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    Trace trace = subject.trace();
    double least = Math.max(FEWEST, SHARE * subject.size());
    Rows rows = new Rows();
    int largest = 0;
    int begin = 0;
    for (int row = 1; row <= subject.size(); row++) {
      if (row == subject.size() || trace.submitSeconds(row) != trace.submitSeconds(begin)) {
        if (row - begin >= least) {
          rows.add(begin);
          largest = Math.max(largest, row - begin);
        }
        begin = row;
      }
    }
    return rows.count() == 0
        ? Optional.empty()
        : Optional.of(
            Symptom.of(
                rows,
                "Seconds in which many jobs come at once: %,d, with up to %,d jobs."
                    .formatted(rows.count(), largest),
                "See how much it matters: explain a job of it, or leave it out with limpid data"
                    + " sample DIR --from TIME --out DIR-sample"));
  }
}
