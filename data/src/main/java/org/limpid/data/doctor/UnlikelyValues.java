package org.limpid.data.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limpid.data.io.DatasetWarnings;
import org.limpid.files.Problem;

/** What {@code limpid data check} warns of: durations of years, years without a job. */
final class UnlikelyValues extends Check {
  UnlikelyValues() {
    super(
        "unlikely-values",
        Severity.HIGH,
        "One such value decides the means and how long the simulation takes.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    List<Problem> warnings = DatasetWarnings.of(subject.reader());
    return warnings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Symptom(
                List.of(),
                warnings.size(),
                warnings.stream()
                    .map(each ->
                        "%s: %s, found %s.".formatted(each.column(), each.message(), each.value()))
                    .collect(Collectors.joining(" ")),
                "Correct these rows, or leave them out."));
  }
}
