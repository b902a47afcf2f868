package org.limpid.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses which known name a misspelt one was meant to be. */
public final class ClosestName {
  /** So many names are listed; more of them nobody reads. */
  private static final int MOST_LISTED = 20;

  private ClosestName() {}

  /** The known name that takes the fewest changes, if it takes few for its length. */
  public static Optional<String> of(String found, Collection<String> known) {
    int most = Math.max(2, found.length() / 3);
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(found, name)))
        .filter(name -> distance(found, name) <= Math.min(most, name.length() - 1));
  }

  /** A sentence "Maybe ..." about {@code found}: the nearest known name, or else the first ones. */
  public static String hint(String found, Collection<String> known) {
    return of(found, known)
        .map("Maybe '%s' was meant."::formatted)
        .orElseGet(() -> "Maybe one of: %s.".formatted(list(known)));
  }

  private static String list(Collection<String> names) {
    String listed = names.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
    return names.size() <= MOST_LISTED
        ? listed
        : "%s, ... (%d in all)".formatted(listed, names.size());
  }

  private static int distance(String a, String b) {
    return levenshtein(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
  }

  /** Levenshtein distance, row by row of its matrix. */
  private static int levenshtein(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
