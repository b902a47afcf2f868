package org.limpid.interpret.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Names with blanks at their ends, as models of other programs may have. A CSV file loses such
 * blanks unless the field is quoted, so that what is between them has to do.
 */
final class BlankEnds {
  private static final int SEVERAL = -1;

  private BlankEnds() {}

  /**
   * Adds what is between the blanks of a name as another key of it, unless this is a name itself,
   * or that of several.
   *
   * @param codes positions of all names
   */
  static void addTo(Map<String, Integer> codes) {
    Map<String, Integer> between = new HashMap<>();
    codes.forEach((name, code) -> {
      if (!codes.containsKey(name.trim())) {
        between.merge(name.trim(), code, (first, second) -> SEVERAL);
      }
    });
    between.values().removeIf(code -> code == SEVERAL);
    codes.putAll(between);
  }
}
