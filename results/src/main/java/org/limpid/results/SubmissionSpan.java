package org.limpid.results;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which submissions are simulated and which of them count, as it was asked for.
 *
 * @param from first submission that is taken, seconds since the origin or a date-time
 * @param to first submission that is not taken, likewise
 * @param countFrom first submission that summaries tell of, likewise; those before it warm up
 */
public record SubmissionSpan(
    Optional<String> from, Optional<String> to, Optional<String> countFrom) {
  /** All of them. */
  public static final SubmissionSpan EVERYTHING =
      new SubmissionSpan(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * A point in time, in seconds since the origin.
   *
   * @param text seconds since the origin, or a date or date-time
   * @param origin is asked for dates only
   * @throws java.time.DateTimeException if it is neither
   */
  public static long seconds(String text, Supplier<LocalDateTime> origin) {
    if (text.matches("\\d{1,18}")) {
      return Long.parseLong(text);
    }
    LocalDateTime time =
        text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
    return Duration.between(origin.get(), time).toSeconds();
  }
}
