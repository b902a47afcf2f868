package org.limpid.plots.report;

import java.util.Locale;
import java.util.Set;

/** What policies are called in sentences. */
final class PolicyWords {
  private static final Set<String> INITIALS = Set.of("fifo", "sjf", "srtf", "qssf");

  private PolicyWords() {}

  /** {@code fifo-backfill} becomes "FIFO with backfill", {@code lucid} "Lucid". */
  static String of(String policy) {
    if (policy.endsWith("-backfill")) {
      return of(policy.substring(0, policy.length() - "-backfill".length())) + " with backfill";
    }
    if (policy.endsWith("-easy")) {
      return of(policy.substring(0, policy.length() - "-easy".length())) + " with EASY backfill";
    }
    if (INITIALS.contains(policy)) {
      return policy.toUpperCase(Locale.ROOT);
    }
    return policy.equals("ideal") ? "the ideal bound" : capitalised(policy);
  }

  /** The same at the beginning of a sentence. */
  static String capitalised(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
