package org.limpid.app.simulate;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.limpid.simulation.run.InputProblem;

/**
 * Which submissions are simulated: {@code from <= t < to}, seconds since the origin.
 *
 * @param from first second
 * @param to first second that is left out
 * @param start where the clock of the simulation starts
 */
record TimeRange(long from, long to, long start) {
  static TimeRange of(SimulationRequest request, LocalDateTime origin, long datasetStart) {
    long from = request.from().map(text -> seconds("--from", text, origin)).orElse(Long.MIN_VALUE);
    long to = request.to().map(text -> seconds("--to", text, origin)).orElse(Long.MAX_VALUE);
    if (from >= to) {
      throw new InputProblem(
          "--from %s must lie before --to %s."
              .formatted(request.from().orElse(""), request.to().orElse("")));
    }
    return new TimeRange(from, to, Math.max(from, datasetStart));
  }

  boolean isEverything() {
    return from == Long.MIN_VALUE && to == Long.MAX_VALUE;
  }

  /** The range in words, for messages. */
  String toText() {
    if (to == Long.MAX_VALUE) {
      return "from %d s on".formatted(from);
    }
    return from == Long.MIN_VALUE
        ? "before %d s".formatted(to)
        : "from %d to %d s".formatted(from, to);
  }

  private static long seconds(String option, String text, LocalDateTime origin) {
    if (text.matches("\\d{1,18}")) {
      return Long.parseLong(text);
    }
    try {
      LocalDateTime time =
          text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
      return Duration.between(origin, time).toSeconds();
    } catch (DateTimeException unreadable) {
      throw new InputProblem(
          "%s: expected seconds since the origin, or a date-time like 2020-09-05 or"
                  .formatted(option)
              + " 2020-09-05T13:30, found '%s'.".formatted(text));
    }
  }
}
