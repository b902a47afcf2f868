package org.limpid.results.table;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A column of a table.
 *
 * @param key name in CSV files: small letters, digits, underscores
 * @param heading a few words for people
 * @param unit as written behind the heading; empty: none
 * @param numeric whether it holds numbers, which stand to the right
 */
public record PageColumn(String key, String heading, String unit, boolean numeric) {
  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");

  public PageColumn {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "expected a key of small letters, digits and underscores, found '%s'".formatted(key));
    }
    Objects.requireNonNull(heading, "heading");
    Objects.requireNonNull(unit, "unit");
  }

  /** A column of texts. */
  public static PageColumn text(String key, String heading) {
    return new PageColumn(key, heading, "", false);
  }

  /** A column of numbers. */
  public static PageColumn number(String key, String heading, String unit) {
    return new PageColumn(key, heading, unit, true);
  }

  /** Heading and unit in one line: {@code mean JCT (s)}. */
  public String label() {
    return unit.isEmpty() ? heading : "%s (%s)".formatted(heading, unit);
  }
}
