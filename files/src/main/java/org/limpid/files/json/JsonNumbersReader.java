package org.limpid.files.json;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonNumbers;
import org.limpid.files.json.JsonValue.JsonScalar;

/** Turns JSON values into numbers and arrays of numbers, and reports what is none. */
final class JsonNumbersReader {
  private final Report report;

  /** Where problems go. */
  @FunctionalInterface
  interface Report {
    void add(JsonValue value, String message);
  }

  JsonNumbersReader(Report report) {
    this.report = report;
  }

  /**
   * The number that a value is or stands for. The texts are Java's {@code NaN}, {@code Infinity}
   * and {@code -Infinity}, and {@code nan}, {@code +inf} and {@code -inf} as Python tools write
   * them. A number beyond the range of a double is none.
   */
  static Optional<Double> number(JsonValue value) {
    if (!(value instanceof JsonScalar scalar)) {
      return Optional.empty();
    }
    return switch (scalar.token()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          Optional.of(Double.valueOf(scalar.text())).filter(number -> !number.isInfinite());
      case VALUE_STRING -> special(scalar.text());
      default -> Optional.empty();
    };
  }

  private static Optional<Double> special(String text) {
    return switch (text) {
      case "NaN", "nan" -> Optional.of(Double.NaN);
      case "Infinity", "+inf" -> Optional.of(Double.POSITIVE_INFINITY);
      case "-Infinity", "-inf" -> Optional.of(Double.NEGATIVE_INFINITY);
      default -> Optional.empty();
    };
  }

  /** An array of numbers; what is none counts as {@code NaN}, and as no array if it is none. */
  double[] numbers(JsonValue found, String name) {
    return switch (found) {
      case JsonNumbers numbers -> numbers.values();
      case JsonArray array -> mixed(array, name);
      default -> {
        report.add(found, "expected an array of numbers as '%s'".formatted(name));
        yield new double[0];
      }
    };
  }

  private double[] mixed(JsonArray array, String name) {
    double[] numbers = new double[array.elements().size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonValue element = array.elements().get(i);
      Optional<Double> number = number(element);
      numbers[i] = number.orElse(Double.NaN);
      if (number.isEmpty()) {
        report.add(element, "expected a number as '%s[%d]'".formatted(name, i));
      }
    }
    return numbers;
  }

  /** Numbers in arrays within arrays, row by row; zeros where something is wrong. */
  double[] tensor(JsonValue found, String name, int... shape) {
    double[] numbers = new double[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    fill(found, name, shape, 0, numbers, 0);
    return numbers;
  }

  private void fill(
      JsonValue found, String name, int[] shape, int dimension, double[] target, int from) {
    boolean last = dimension == shape.length - 1;
    int size = Arrays.stream(shape).skip(dimension + 1L).reduce(1, Math::multiplyExact);
    switch (found) {
      case JsonNumbers numbers when last && numbers.values().length == shape[dimension] ->
          System.arraycopy(numbers.values(), 0, target, from, shape[dimension]);
      case JsonArray array when array.elements().size() == shape[dimension] && last ->
          System.arraycopy(mixed(array, name), 0, target, from, shape[dimension]);
      case JsonArray array when array.elements().size() == shape[dimension] -> {
        List<JsonValue> elements = array.elements();
        for (int i = 0; i < elements.size(); i++) {
          String place = "%s[%d]".formatted(name, i);
          fill(elements.get(i), place, shape, dimension + 1, target, from + i * size);
        }
      }
      default -> report.add(found, wrongShape(found, name, shape[dimension], last));
    }
  }

  private static String wrongShape(JsonValue found, String name, int expected, boolean last) {
    String what = last ? "numbers" : "arrays";
    return switch (found) {
      case JsonNumbers n ->
          "expected %d %s as '%s', found %d numbers"
              .formatted(expected, what, name, n.values().length);
      case JsonArray a ->
          "expected %d %s as '%s', found %d".formatted(expected, what, name, a.elements().size());
      default -> "expected an array of %d %s as '%s'".formatted(expected, what, name);
    };
  }
}
