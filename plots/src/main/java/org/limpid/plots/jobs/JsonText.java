package org.limpid.plots.jobs;

import java.util.Collection;
import java.util.stream.Collectors;
import org.limpid.files.json.JsonOutput;

/** An object of JSON without blanks, which may stand in an element of a web page. */
final class JsonText {
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
