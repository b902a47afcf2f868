package org.limpid.plots.jobs;

import java.util.Collection;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import org.limpid.files.json.JsonOutput;

/** An object of JSON without blanks, which may stand in an element of a web page. */
final class JsonText {
  private static final int BASE = 36;
  private final StringBuilder text = new StringBuilder("{");

  /** A member whose value is JSON already. */
  JsonText json(String name, String value) {
    text.append(text.length() == 1 ? "" : ",").append(quoted(name)).append(':').append(value);
    return this;
  }

  JsonText text(String name, String value) {
    return json(name, quoted(value));
  }

  JsonText number(String name, long value) {
    return json(name, Long.toString(value));
  }

  JsonText texts(String name, Collection<String> values) {
    return json(name, array(values.stream().map(JsonText::quoted).toList()));
  }

  /** A member for each of so many jobs. */
  JsonText numbers(String name, int count, IntToLongFunction value) {
    return text(name, column(count, value));
  }

  /**
   * Whole numbers as a short text: in base 36, with blanks between, nothing for 0, empty for zeros.
   */
  static String column(int count, IntToLongFunction value) {
    StringBuilder text = new StringBuilder();
    boolean zeros = true;
    for (int i = 0; i < count; i++) {
      long number = value.applyAsLong(i);
      zeros &= number == 0;
      text.append(i == 0 ? "" : " ").append(number == 0 ? "" : Long.toString(number, BASE));
    }
    return zeros ? "" : text.toString();
  }

  /** An array of values that are JSON already. */
  static String array(Collection<String> values) {
    return values.stream().collect(Collectors.joining(",", "[", "]"));
  }

  /** A text without the characters that could end the element. */
  static String quoted(String value) {
    return JsonOutput.quoted(value).replace("<", "\\u003c").replace(">", "\\u003e");
  }

  @Override
  public String toString() {
    return text + "}";
  }
}
