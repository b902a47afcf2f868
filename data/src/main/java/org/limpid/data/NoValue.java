package org.limpid.data;

import java.util.Locale;
import java.util.Set;

/** How files say that there is no value. */
public final class NoValue {
  private static final Set<String> TEXTS =
      Set.of("", "none", "null", "nan", "nat", "n/a", "na", "nil", "\\n", "unknown", "-", "?");

  private NoValue() {}

  /** Whether a text says so, in any case and with blanks around it. */
  public static boolean isToldBy(String text) {
    return TEXTS.contains(text.strip().toLowerCase(Locale.ROOT));
  }
}
