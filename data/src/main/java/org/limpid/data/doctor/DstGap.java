package org.limpid.data.doctor;

import java.time.LocalDateTime;
import java.util.List;

/** The hour that clocks skip in spring is empty: times are local and not of one zone. */
final class DstGap extends ClockChanges {
  /** Of so many jobs expected, none comes by chance about once in 20,000 traces. */
  private static final double EXPECTED = 10;

  DstGap() {
    super(
        "dst-gap",
        Severity.LOW,
        "The simulation has an hour without submissions in which the real cluster had none to"
            + " spare.",
        "Nobody submits in the hour that clocks skip");
  }

  @Override
  List<LocalDateTime> hours(Subject subject) {
    HourCounts hours = new HourCounts(subject);
    return hours.skipped().stream()
        .filter(hour -> hours.of(hour) == 0 && hours.usual(hour) >= EXPECTED)
        .toList();
  }
}
