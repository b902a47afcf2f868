package org.limpid.data.doctor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.data.Trace;
import org.limpid.files.Words;

/**
 * Rows that are alike but for their identifiers. Jobs of an array may last equally long by chance,
 * but then at least as many differ by one second.
 */
final class DuplicateRows extends Check {
  /** Shorter jobs that are alike may well be jobs that failed alike. */
  private static final long SHORTEST_SECONDS = 60;

  DuplicateRows() {
    super(
        "duplicate-rows",
        Severity.MEDIUM,
        "The same work is done twice, and the load is higher than it was.");
  }

  @Override
  Cure cure() {
    return Cure.FIX;
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    Seen seen = new Seen(subject.trace());
    Rows rows = new Rows();
    long near = 0;
    for (int row = 0; row < subject.size(); row++) {
      if (seen.isRepeated(row)) {
        rows.add(row);
      } else if (seen.isNearlyRepeated(row)) {
        near++;
      }
      seen.add(row);
    }
    return rows.count() <= near
        ? Optional.empty()
        : Optional.of(
            Symptom.of(
                rows,
                "%s like another of the same second, but for the identifier."
                    .formatted(Words.count(rows.count(), "row")),
                mended(subject, "It leaves these rows out.")));
  }

  @Override
  void mend(Subject subject, Mending mending) {
    Seen seen = new Seen(subject.trace());
    for (int row = 0; row < subject.size(); row++) {
      if (seen.isRepeated(row)) {
        mending.leaveOut(row);
      }
      seen.add(row);
    }
  }

  /** The rows of one second, as copies have the same submission. */
  private static final class Seen {
    private final Trace trace;
    private final Set<List<Object>> ofSecond = new HashSet<>();
    private long second = Long.MIN_VALUE;

    Seen(Trace trace) {
      this.trace = trace;
    }

    void add(int row) {
      if (trace.submitSeconds(row) != second) {
        second = trace.submitSeconds(row);
        ofSecond.clear();
      }
      ofSecond.add(content(row, 0));
    }

    boolean isRepeated(int row) {
      return trace.durationSeconds(row) >= SHORTEST_SECONDS && has(row, 0);
    }

    boolean isNearlyRepeated(int row) {
      return trace.durationSeconds(row) >= SHORTEST_SECONDS && (has(row, -1) || has(row, 1));
    }

    private boolean has(int row, int longer) {
      return trace.submitSeconds(row) == second && ofSecond.contains(content(row, longer));
    }

    private List<Object> content(int row, int longer) {
      return List.of(
          trace.user(row),
          trace.virtualCluster(row),
          trace.jobName(row),
          trace.gpuCount(row),
          trace.cpuCount(row),
          trace.state(row),
          trace.durationSeconds(row) + longer);
    }
  }
}
