package org.limpid.app.simulate;

import java.util.Optional;

/**
 * Which submissions are taken, as it was asked for.
 *
 * @param from first submission that is taken, seconds since the origin or a date-time
 * @param to first submission that is not taken, likewise
 */
public record Span(Optional<String> from, Optional<String> to) {
  /** All of them. */
  public static final Span EVERYTHING = new Span(Optional.empty(), Optional.empty());
}
