package org.limpid.data.doctor;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.limpid.data.Trace;

/** Looks for jobs that show something, each for itself. */
abstract class RowCheck extends Check {
  RowCheck(String name, Severity severity, String effect) {
    super(name, severity, effect);
  }

  /** Whether a row shows it. */
  abstract boolean shows(Subject subject, int row);

  /** Fewer rows than this are no finding. */
  double fewest(Subject subject) {
    return 1;
  }

  /** What was found, a sentence. */
  abstract String message(Subject subject, long rows);

  /**
   * What to do, given the first row that shows it; by default what {@link #change} says is done.
   */
  String remedy(Subject subject, int first) {
    return subject.fix();
  }

  /** How a job that shows it is mended; by default it stays. */
  UnaryOperator<Trace.Job> change(Subject subject, int row) {
    return UnaryOperator.identity();
  }

  @Override
  final Optional<Symptom> look(Subject subject) {
    Rows rows = Rows.of(subject.size(), row -> shows(subject, row));
    return rows.count() == 0 || rows.count() < fewest(subject)
        ? Optional.empty()
        : Optional.of(
            Symptom.of(
                rows, message(subject, rows.count()), remedy(subject, rows.first().getFirst())));
  }

  @Override
  final void mend(Subject subject, Mending mending) {
    if (look(subject).isPresent()) {
      for (int row = 0; row < subject.size(); row++) {
        if (shows(subject, row)) {
          mending.change(row, change(subject, row));
        }
      }
    }
  }
}
