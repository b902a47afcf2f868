package org.limpid.experiment.simulate;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.limpid.files.TimeHints;
import org.limpid.results.SubmissionSpan;
import org.limpid.simulation.run.InputProblem;

/**
 * Which submissions are simulated: {@code from <= t < to}, seconds since the origin.
 *
 * @param from first second
 * @param to first second that is left out
 * @param countFrom first second of submissions that summaries tell of
 * @param start where the clock of the simulation starts
 */
record TimeRange(long from, long to, long countFrom, long start) {
  static TimeRange of(SubmissionSpan span, LocalDateTime origin, long datasetStart) {
    long from = span.from().map(text -> seconds("--from", text, origin)).orElse(Long.MIN_VALUE);
    long to = span.to().map(text -> seconds("--to", text, origin)).orElse(Long.MAX_VALUE);
    if (from >= to) {
      throw new InputProblem(
          "--from %s must lie before --to %s."
              .formatted(span.from().orElse(""), span.to().orElse("")));
    }
    long countFrom =
        span.countFrom().map(text -> seconds("--count-from", text, origin)).orElse(Long.MIN_VALUE);
    return new TimeRange(from, to, countFrom, Math.max(from, datasetStart));
  }

  boolean isEverything() {
    return from == Long.MIN_VALUE && to == Long.MAX_VALUE;
  }

  /** The span in the words of the request. */
  String text(SubmissionSpan span) {
    String end = span.to().map(text -> "before --to " + text).orElse("");
    return span.from()
        .map(text ->
            ("at --from %s or later".formatted(text) + (end.isEmpty() ? "" : " and " + end)))
        .orElse(end);
  }

  /** A second as people read it. */
  static String text(long second, LocalDateTime origin) {
    return "%d s (%s)".formatted(second, origin.plusSeconds(second));
  }

  static long seconds(String option, String text, LocalDateTime origin) {
    try {
      return SubmissionSpan.seconds(text, () -> origin);
    } catch (DateTimeException unreadable) {
      throw new InputProblem(
          "%s: expected seconds since the origin, or a date-time like 2020-09-05 or"
                  .formatted(option)
              + " 2020-09-05T13:30, found '%s'. %s".formatted(text, TimeHints.of(text)).strip());
    }
  }
}
