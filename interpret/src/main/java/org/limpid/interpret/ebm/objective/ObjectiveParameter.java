package org.limpid.interpret.ebm.objective;

import org.limpid.interpret.text.NumberText;

/** The part of an objective's text after the colon: nothing, or {@code name=value}. */
record ObjectiveParameter(String whole, String text) {
  Objective none(Objective objective) {
    if (text.isBlank()) {
      return objective;
    }
    throw new IllegalArgumentException(
        "objective: '%s' takes no parameter, found '%s'".formatted(objective, text));
  }

  double between(String name, double standard, double above, double below) {
    if (text.isBlank()) {
      return standard;
    }
    String[] parts = text.split("=", 2);
    try {
      double value = NumberText.parse(parts[parts.length - 1].strip());
      if (parts.length == 2 && parts[0].strip().equals(name) && value > above && value < below) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The message below says what was expected.
    }
    throw new IllegalArgumentException(
        "objective: expected %s=NUMBER above %s%s, found '%s'"
            .formatted(name, above, below < Double.MAX_VALUE ? " and below " + below : "", whole));
  }
}
