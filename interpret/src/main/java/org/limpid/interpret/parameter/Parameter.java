package org.limpid.interpret.parameter;

import java.util.List;
import java.util.Objects;
import org.limpid.interpret.text.NumberText;

/**
 * A parameter of a trainer, called as on the command line and in a model's provenance. The range is
 * that of a number, {@code NaN} for others; choices are the words of a choice; the description has
 * no full stop.
 */
public record Parameter(
    String name,
    Kind kind,
    double minimum,
    double maximum,
    List<String> choices,
    String defaultValue,
    String description) {
  /** The name of the parameter that holds the seed, where a trainer draws random numbers. */
  public static final String SEED = "seed";

  public enum Kind {
    WHOLE,
    NUMBER,
    CHOICE,
    /** Names of columns, separated by semicolons. */
    COLUMNS
  }

  public Parameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(description, "description");
    choices = List.copyOf(choices);
  }

  public static Parameter whole(
      String name, int minimum, int maximum, int defaultValue, String description) {
    String value = Integer.toString(defaultValue);
    return new Parameter(name, Kind.WHOLE, minimum, maximum, List.of(), value, description);
  }

  public static Parameter number(
      String name, double minimum, double maximum, double defaultValue, String description) {
    String value = Double.toString(defaultValue);
    return new Parameter(name, Kind.NUMBER, minimum, maximum, List.of(), value, description);
  }

  /** One of a few words, of which the first is the default. */
  public static Parameter choice(String name, List<String> choices, String description) {
    return new Parameter(
        name, Kind.CHOICE, Double.NaN, Double.NaN, choices, choices.getFirst(), description);
  }

  /** Names of columns, by default none. */
  public static Parameter columns(String name, String description) {
    return new Parameter(name, Kind.COLUMNS, Double.NaN, Double.NaN, List.of(), "", description);
  }

  /** The seed of a trainer that draws random numbers. */
  public static Parameter seed() {
    return whole(SEED, 0, Integer.MAX_VALUE, 42, "The seed");
  }

  /**
   * A value in the one way it is written; an {@link IllegalArgumentException} if it is none of this
   * parameter's.
   */
  String canonical(String value) {
    return switch (kind) {
      case WHOLE -> whole(value);
      case NUMBER -> number(value);
      case CHOICE -> choice(value);
      case COLUMNS -> String.join("; ", ParameterValues.split(value));
    };
  }

  private String whole(String value) {
    try {
      long number = Long.parseLong(value);
      return Long.toString((long) inRange(number, value));
    } catch (NumberFormatException e) {
      throw unexpected("a whole number" + range(), value, e);
    }
  }

  private String number(String value) {
    try {
      return Double.toString(inRange(NumberText.parse(value), value));
    } catch (NumberFormatException e) {
      throw unexpected("a number" + range(), value, e);
    }
  }

  private double inRange(double number, String value) {
    if (number >= minimum && number <= maximum) {
      return number;
    }
    throw unexpected((kind == Kind.WHOLE ? "a whole number" : "a number") + range(), value, null);
  }

  private String choice(String value) {
    if (choices.contains(value)) {
      return value;
    }
    throw unexpected("one of " + String.join(", ", choices), value, null);
  }

  private String range() {
    return " from %s to %s".formatted(plain(minimum), plain(maximum));
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private IllegalArgumentException unexpected(String expected, String value, Throwable cause) {
    return new IllegalArgumentException(
        "%s: expected %s, found '%s'".formatted(name, expected, value), cause);
  }
}
