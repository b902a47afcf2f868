package org.limpid.experiment.whatif;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as they are typed, such as {@code 1d}, {@code 2h30m} or {@code 7200}. */
public final class Spans {
  private static final Pattern SPAN =
      Pattern.compile(
          "(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?|(\\d{1,15})");
  private static final long[] UNITS = {86_400, 3600, 60, 1, 1};

  private Spans() {}

  /** Seconds of a span; empty if the text is none. */
  public static Optional<Long> seconds(String text) {
    Matcher parts = SPAN.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return Optional.empty();
    }
    long sum = 0;
    for (int group = 0; group < UNITS.length; group++) {
      String number = parts.group(group + 1);
      sum += number == null ? 0 : Long.parseLong(number) * UNITS[group];
    }
    return Optional.of(sum);
  }
}
