package org.limpid.baselines.method;

import java.util.List;
import java.util.Objects;

/**
 * A parameter of a method.
 *
 * @param name its name in provenance and messages
 * @param kind what values it takes
 * @param minimum smallest number
 * @param maximum largest number
 * @param choices the words of a {@link Kind#CHOICE}; empty for numbers
 * @param standard the value when nothing else is said: the default of the library unless the method
 *     says otherwise
 * @param description what it does, without a full stop
 */
public record Parameter(
    String name,
    Kind kind,
    double minimum,
    double maximum,
    List<String> choices,
    String standard,
    String description) {
  /** The name of the parameter that holds the seed, where a method has one. */
  public static final String SEED = "seed";

  /** What values a parameter takes. */
  public enum Kind {
    /** A whole number. */
    WHOLE,
    /** A number. */
    NUMBER,
    /** One of a few words. */
    CHOICE
  }

  public Parameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(description, "description");
    choices = List.copyOf(choices);
  }

  /** A whole number. */
  public static Parameter whole(
      String name, int minimum, int maximum, int standard, String description) {
    String text = Integer.toString(standard);
    return new Parameter(name, Kind.WHOLE, minimum, maximum, List.of(), text, description);
  }

  /** A number. */
  public static Parameter number(
      String name, double minimum, double maximum, double standard, String description) {
    String text = Double.toString(standard);
    return new Parameter(name, Kind.NUMBER, minimum, maximum, List.of(), text, description);
  }

  /** One of a few words, of which the first is the default. */
  public static Parameter choice(String name, List<String> choices, String description) {
    return new Parameter(
        name, Kind.CHOICE, Double.NaN, Double.NaN, choices, choices.getFirst(), description);
  }

  /** The seed of a method that draws random numbers. */
  public static Parameter seed() {
    return whole(SEED, 0, Integer.MAX_VALUE, 42, "The seed");
  }

  /** How many threads a native library uses. */
  public static Parameter threads() {
    return whole(
        "threads",
        1,
        1024,
        1,
        "Threads of the native library; with one the model does not depend on the machine");
  }

  /**
   * The value in its one spelling.
   *
   * @throws IllegalArgumentException if it is not one of the parameter's
   */
  String canonical(String value) {
    return switch (kind) {
      case WHOLE -> Long.toString((long) inRange(value, wholeNumber(value)));
      case NUMBER -> Double.toString(inRange(value, decimal(value)));
      case CHOICE -> oneOf(value);
    };
  }

  private double wholeNumber(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw unexpected(value);
    }
  }

  private double decimal(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw unexpected(value);
    }
  }

  private double inRange(String value, double number) {
    if (number >= minimum && number <= maximum) {
      return number;
    }
    throw unexpected(value);
  }

  private String oneOf(String value) {
    if (choices.contains(value)) {
      return value;
    }
    throw unexpected(value);
  }

  private IllegalArgumentException unexpected(String value) {
    String expected =
        switch (kind) {
          case WHOLE -> "a whole number from %d to %d".formatted((long) minimum, (long) maximum);
          case NUMBER -> "a number from %s to %s".formatted(minimum, maximum);
          case CHOICE -> "one of " + String.join(", ", choices);
        };
    return new IllegalArgumentException(
        "%s: expected %s, found '%s'".formatted(name, expected, value));
  }
}
