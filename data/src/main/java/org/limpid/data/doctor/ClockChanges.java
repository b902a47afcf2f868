package org.limpid.data.doctor;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of hours in which clocks are changed. */
final class ClockChanges {
  static final String IMPORT_UTC =
      "Export the times in UTC and import them again: limpid data import csv FILE --out DIR";

  private ClockChanges() {}

  static Optional<Symptom> symptom(List<LocalDateTime> hours, String what) {
    return hours.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Symptom(
                List.of(),
                hours.size(),
                "%s: %s."
                    .formatted(
                        what,
                        hours.stream()
                            .map(LocalDateTime::toString)
                            .collect(Collectors.joining(", "))),
                IMPORT_UTC));
  }
}
