package org.limpid.data.doctor;

import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at hours in which clocks are changed. */
abstract class ClockChanges extends Check {
  private final String message;

  /**
   * A check.
   *
   * @param message what is found of the hours, without them
   */
  ClockChanges(String name, Severity severity, String effect, String message) {
    super(name, severity, effect);
    this.message = message;
  }

  /** The hours of the wall clock that show it. */
  abstract List<LocalDateTime> hours(Subject subject);

  @Override
  final Optional<Symptom> look(Subject subject) {
    List<LocalDateTime> hours = hours(subject);
    return hours.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Symptom(
                List.of(),
                hours.size(),
                "%s: %s."
                    .formatted(
                        message,
                        hours.stream()
                            .map(LocalDateTime::toString)
                            .collect(Collectors.joining(", "))),
                mended(
                    subject,
                    "It counts all times by the clock of the first one, as if they were of %s."
                        .formatted(zone(hours).getId()))));
  }

  /** A zone in which clocks are changed in the first of these hours. */
  private static ZoneId zone(List<LocalDateTime> hours) {
    LocalDateTime hour = hours.getFirst();
    boolean isLastSunday = hour.plusWeeks(1).getMonth() != hour.getMonth();
    boolean isInEurope =
        isLastSunday && List.of(Month.MARCH, Month.OCTOBER).contains(hour.getMonth());
    return ZoneId.of(isInEurope ? "Europe/Berlin" : "America/New_York");
  }

  @Override
  final void mend(Subject subject, Mending mending) {
    mending.change(new OneClock(subject, zone(hours(subject))));
  }
}
