package org.limpid.data.doctor;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The hour that clocks skip in spring is empty: times are local and not of one zone. */
final class DstGap extends Check {
  /** Of so many jobs expected, none comes by chance about once in 20,000 traces. */
  private static final double EXPECTED = 10;

  DstGap() {
    super(
        "dst-gap",
        Severity.LOW,
        "The simulation has an hour without submissions in which the real cluster had none to"
            + " spare.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    HourCounts hours = new HourCounts(subject);
    List<LocalDateTime> empty =
        hours.skipped().stream()
            .filter(hour -> hours.of(hour) == 0 && hours.usual(hour) >= EXPECTED)
            .toList();
    return ClockChanges.symptom(empty, "Nobody submits in the hour that clocks skip");
  }
}
