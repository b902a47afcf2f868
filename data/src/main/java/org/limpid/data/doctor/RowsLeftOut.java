package org.limpid.data.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows that lack what a simulation needs. */
final class RowsLeftOut extends Check {
  RowsLeftOut() {
    super(
        "rows-left-out",
        Severity.LOW,
        "These jobs are not simulated, so that the cluster is emptier than it was.");
  }

  @Override
  Cure cure() {
    return Cure.FIX;
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    Map<String, Long> leftOut = subject.reader().leftOut();
    long rows = leftOut.values().stream().mapToLong(Long::longValue).sum();
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            new Symptom(
                List.of(),
                rows,
                "Rows are left out: %s."
                    .formatted(
                        leftOut.entrySet().stream()
                            .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey()))
                            .collect(Collectors.joining(", "))),
                mended(
                    subject, "It makes a data set without them, so that no reader counts them.")));
  }

  @Override
  void mend(Subject subject, Mending mending) {
    // A data set that is made has none of these rows.
  }
}
