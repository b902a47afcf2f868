package org.limpid.data.doctor;

import java.time.LocalDateTime;
import java.util.List;

/** The hour that clocks show twice in autumn has twice the jobs: times are local. */
final class DstDoubledHour extends ClockChanges {
  private static final double EXPECTED = 10;

  /**
   * Above the mean by a large part of it, and by so many standard deviations of a Poisson count.
   */
  private static final double RATIO = 1.6;

  private static final double DEVIATIONS = 5;

  DstDoubledHour() {
    super(
        "dst-doubled-hour",
        Severity.MEDIUM,
        "Jobs of two hours come within one, so that a rush is simulated that never was.",
        "About twice the usual jobs come in the hour that clocks repeat");
  }

  @Override
  List<LocalDateTime> hours(Subject subject) {
    HourCounts hours = new HourCounts(subject);
    return hours.doubled().stream()
        .filter(hour -> isFull(hours.of(hour), hours.usual(hour)))
        .toList();
  }

  private static boolean isFull(int jobs, double usual) {
    return usual >= EXPECTED
        && jobs >= RATIO * usual
        && jobs >= usual + DEVIATIONS * Math.sqrt(usual);
  }
}
