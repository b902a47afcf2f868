package org.limpid.results;

import java.util.Optional;

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

  /** The same, with summaries of what is submitted at a time or later. */
  public SubmissionSpan countingFrom(String text) {
    return new SubmissionSpan(from, to, Optional.of(text));
  }
}
