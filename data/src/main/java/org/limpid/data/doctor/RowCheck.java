package org.limpid.data.doctor;

import java.util.Optional;
import java.util.Set;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;

/** Looks for jobs that show something, each for itself. */
abstract class RowCheck extends Check {
  private final String change;

  /**
   * A check.
   *
   * @param change what {@link #mended(Subject, int, Trace.Job)} does to the jobs, a sentence
   */
  RowCheck(String name, Severity severity, String effect, String change) {
    super(name, severity, effect);
    this.change = change;
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
   * What takes it away, given the first row that shows it; by default {@link #mended(Subject, int,
   * Trace.Job)}.
   */
  Remedy remedy(Subject subject, int first) {
    return mended(subject, change);
  }

  /** A job that shows it as it should be; null: it is left out. */
  abstract Trace.Job mended(Subject subject, int row, Trace.Job job);

  /** What {@link #mended(Subject, int, Trace.Job)} may tell of jobs of which it was not told. */
  Set<JobAttribute> added() {
    return Set.of();
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
    for (int row = 0; row < subject.size(); row++) {
      if (shows(subject, row) && mended(subject, row, subject.trace().job(row)) == null) {
        mending.leaveOut(row);
      }
    }
    mending.add(added());
    mending.change(
        (row, job) -> mending.keeps(row) && shows(subject, row) ? mended(subject, row, job) : job);
  }
}
