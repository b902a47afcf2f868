package org.limpid.workbench.query;

import java.util.Map;

/** What a column is compared with. */
sealed interface Value {
  /** As it was written. */
  String text();

  /** A text, or the name of a column. */
  record Word(String text, boolean quoted) implements Value {}

  /** A number; lengths of time are in seconds. */
  record Amount(String text, double number) implements Value {
    private static final Map<String, Integer> UNITS =
        Map.of("s", 1, "min", 60, "h", 3600, "d", 86_400);

    static Amount of(String text) {
      String digits = text.replaceAll("[a-z]+$", "");
      String unit = text.substring(digits.length());
      return new Amount(text, Double.parseDouble(digits) * UNITS.getOrDefault(unit, 1));
    }
  }
}
