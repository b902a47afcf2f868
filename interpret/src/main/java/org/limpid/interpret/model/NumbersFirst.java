package org.limpid.interpret.model;

import java.util.Comparator;
import java.util.OptionalDouble;

/** Orders names: numbers by their size, before all others in alphabetical order. */
public final class NumbersFirst {
  /** The order; equal only for equal texts. */
  public static final Comparator<String> ORDER =
      Comparator.comparingDouble((String text) -> number(text).orElse(Double.POSITIVE_INFINITY))
          .thenComparing(Comparator.naturalOrder());

  private NumbersFirst() {}

  static boolean isNumber(String text) {
    return number(text).isPresent();
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
