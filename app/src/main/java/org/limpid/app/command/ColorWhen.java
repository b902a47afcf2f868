package org.limpid.app.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** When to use colours. */
enum ColorWhen {
  AUTO,
  ALWAYS,
  NEVER;

  static final String OPTION = "--color";

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds the option before the words are parsed, so that messages about wrong words obey it. A
   * wrong value counts as {@link #AUTO} here; the parser complains of it.
   */
  static ColorWhen in(List<String> words) {
    ColorWhen found = AUTO;
    for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
      if (words.get(i).startsWith(OPTION + "=")) {
        found = of(words.get(i).substring(OPTION.length() + 1));
      } else if (words.get(i).equals(OPTION) && i + 1 < words.size()) {
        found = of(words.get(i + 1));
      }
    }
    return found;
  }

  private static ColorWhen of(String label) {
    return Stream.of(values()).filter(when -> when.label().equals(label)).findFirst().orElse(AUTO);
  }

  /** The values on the command line. */
  static final class Choices extends Choice<ColorWhen> {
    Choices() {
      super(ColorWhen::values, ColorWhen::label);
    }
  }
}
