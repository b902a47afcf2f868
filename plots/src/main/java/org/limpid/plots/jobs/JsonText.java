package org.limpid.plots.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.limpid.files.json.JsonEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** An object of JSON without blanks, which may stand in an element of a web page. */
final class JsonText {
  private static final int BASE = 36;
  private static final JsonMapper JSON =
      JsonMapper.builder(JsonFactory.builder().characterEscapes(new JsonEscapes("<>")).build())
          .build();

  private final Map<String, Object> members = new LinkedHashMap<>();

  /** A member: a text, a number, an object, or a collection of these. */
  JsonText with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** A member for each of so many jobs. */
  JsonText numbers(String name, int count, IntToLongFunction value) {
    return with(name, column(count, value));
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

  /** What it is in JSON. */
  @JsonValue
  Map<String, Object> members() {
    return Collections.unmodifiableMap(members);
  }

  /** The text, without the characters that could end the element. */
  @Override
  public String toString() {
    return JSON.writeValueAsString(this);
  }
}
