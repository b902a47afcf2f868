package org.limpid.files.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonNumbers;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.files.json.JsonValue.JsonScalar;

/** Turns JSON values into numbers and arrays of numbers, and reports what is none. */
final class JsonNumbersReader {
  private static final String EDITED = "Maybe the file was changed by hand.";
  private static final double[] NONE = {};

  private final Report report;

  /** Where problems go. */
  @FunctionalInterface
  interface Report {
    void add(JsonValue value, String message, String hint);
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
        report.add(found, "expected an array of numbers as '%s'".formatted(name), "");
        yield NONE;
      }
    };
  }

  /** An array of this many numbers, of which there is one per {@code of}. */
  double[] numbers(JsonValue found, String name, int length, String of) {
    double[] numbers = numbers(found, name);
    if (numbers.length != length && !(found instanceof JsonScalar)) {
      String message = "expected %d numbers as '%s', one per %s, but there are %d";
      report.add(found, message.formatted(length, name, of, numbers.length), EDITED);
    }
    return numbers;
  }

  private double[] mixed(JsonArray array, String name) {
    double[] numbers = new double[array.elements().size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonValue element = array.elements().get(i);
      Optional<Double> number = number(element);
      numbers[i] = number.orElse(Double.NaN);
      if (number.isEmpty()) {
        report.add(element, "expected a number as '%s[%d]'".formatted(name, i), "");
      }
    }
    return numbers;
  }

  double[][] arrays(JsonValue found, String name) {
    List<double[]> arrays = new ArrayList<>();
    for (JsonValue element : elements(found, name)) {
      arrays.add(numbers(element, "%s[%d]".formatted(name, arrays.size())));
    }
    return arrays.toArray(double[][]::new);
  }

  /** An array of this many arrays, one per {@code of}, each of this many numbers. */
  double[][] arrays(JsonValue found, String name, int count, int length, String of) {
    List<JsonValue> elements = elements(found, name);
    if (elements.size() != count && found instanceof JsonArray) {
      String message = "expected %d arrays as '%s', one per %s, but there are %d";
      report.add(found, message.formatted(count, name, of, elements.size()), EDITED);
    }
    List<double[]> arrays = new ArrayList<>();
    for (JsonValue element : elements) {
      String place = "%s[%d]".formatted(name, arrays.size());
      double[] numbers = numbers(element, place);
      arrays.add(numbers);
      if (numbers.length != length && !(element instanceof JsonScalar)) {
        String message = "expected %d numbers as '%s', but there are %d";
        report.add(element, message.formatted(length, place, numbers.length), EDITED);
      }
    }
    return arrays.toArray(double[][]::new);
  }

  private List<JsonValue> elements(JsonValue found, String name) {
    if (found instanceof JsonArray array) {
      return array.elements();
    }
    report.add(found, "expected an array of arrays of numbers as '%s'".formatted(name), "");
    return List.of();
  }

  /** Numbers in arrays within arrays, row by row; zeros where something is wrong. */
  double[] tensor(JsonValue found, String name, int... shape) {
    double[] numbers = new double[size(shape, 0)];
    fill(found, name, shape, 0, numbers, 0);
    return numbers;
  }

  /** How many scalars there are in arrays within arrays. */
  static long count(JsonValue value) {
    return switch (value) {
      case JsonNumbers numbers -> numbers.values().length;
      case JsonArray array -> array.elements().stream().mapToLong(JsonNumbersReader::count).sum();
      case JsonScalar _ -> 1;
      case JsonObject _ -> 0;
    };
  }

  /** How many numbers there are in an array of this dimension. */
  static int size(int[] shape, int dimension) {
    return Arrays.stream(shape).skip(dimension).reduce(1, Math::multiplyExact);
  }

  private void fill(
      JsonValue found, String name, int[] shape, int dimension, double[] target, int from) {
    boolean last = dimension == shape.length - 1;
    switch (found) {
      case JsonNumbers numbers when last && numbers.values().length == shape[dimension] ->
          System.arraycopy(numbers.values(), 0, target, from, shape[dimension]);
      case JsonArray array when array.elements().size() == shape[dimension] && last ->
          System.arraycopy(mixed(array, name), 0, target, from, shape[dimension]);
      case JsonArray array when array.elements().size() == shape[dimension] -> {
        int size = size(shape, dimension + 1);
        for (int i = 0; i < shape[dimension]; i++) {
          String place = "%s[%d]".formatted(name, i);
          fill(array.elements().get(i), place, shape, dimension + 1, target, from + i * size);
        }
      }
      default -> report.add(found, wrongShape(found, name, shape[dimension], last), "");
    }
  }

  private static String wrongShape(JsonValue found, String name, int expected, boolean last) {
    String what = "expected %d %s as '%s'".formatted(expected, last ? "numbers" : "arrays", name);
    return switch (found) {
      case JsonNumbers n -> "%s, but there are %d numbers".formatted(what, n.values().length);
      case JsonArray a -> "%s, but there are %d".formatted(what, a.elements().size());
      default -> what;
    };
  }
}
