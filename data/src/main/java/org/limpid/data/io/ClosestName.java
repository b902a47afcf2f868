package org.limpid.data.io;

import java.util.Collection;
import java.util.Locale;

/** Guesses which known name a misspelt one was meant to be. */
final class ClosestName {
  private ClosestName() {}

  /** A sentence "Maybe ..." about {@code found}: the nearest known name, or all of them. */
  static String hint(String found, Collection<String> known) {
    String nearest = null;
    int least = Math.max(2, found.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(found.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return nearest == null
        ? "Maybe one of: " + String.join(", ", known) + "."
        : "Maybe '" + nearest + "' was meant.";
  }

  /** Levenshtein distance, row by row of its matrix. */
  private static int distance(String a, String b) {
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
