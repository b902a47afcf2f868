package org.limpid.files.json;

import java.util.List;
import java.util.Optional;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonNumbers;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.files.json.JsonValue.JsonScalar;
import tools.jackson.core.JsonToken;

/** What single values of a JSON file say, if they say something of the kind. */
final class JsonConversions {
  private JsonConversions() {}

  /** The whole number that it is, if a {@code long} holds it. */
  static Optional<Long> wholeNumber(JsonValue value) {
    try {
      return value instanceof JsonScalar scalar && scalar.token() == JsonToken.VALUE_NUMBER_INT
          ? Optional.of(Long.valueOf(scalar.text()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty(); // more digits than a long has
    }
  }

  /** {@code true} or {@code false}. */
  static Optional<Boolean> flag(JsonValue value) {
    return switch (value) {
      case JsonScalar(_, JsonToken token, _) when token == JsonToken.VALUE_TRUE ->
          Optional.of(true);
      case JsonScalar(_, JsonToken token, _) when token == JsonToken.VALUE_FALSE ->
          Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** The elements, if it is an array of anything but arrays and objects. */
  static Optional<List<JsonScalar>> scalars(JsonValue value) {
    return switch (value) {
      case JsonNumbers numbers -> Optional.of(JsonTree.scalars(numbers.place(), numbers.values()));
      case JsonArray array when array.elements().stream().allMatch(JsonScalar.class::isInstance) ->
          Optional.of(array.elements().stream().map(JsonScalar.class::cast).toList());
      default -> Optional.empty();
    };
  }

  /** The text that it is. */
  static Optional<String> text(JsonValue value) {
    return isText(value) ? Optional.of(((JsonScalar) value).text()) : Optional.empty();
  }

  /** Whether it is a text. */
  static boolean isText(JsonValue value) {
    return value instanceof JsonScalar scalar && scalar.token() == JsonToken.VALUE_STRING;
  }

  /** Whether it is {@code null}. */
  static boolean isNull(JsonValue value) {
    return value instanceof JsonScalar scalar && scalar.token() == JsonToken.VALUE_NULL;
  }

  /** For a message: the scalar, or brackets. */
  static String show(JsonValue value) {
    return switch (value) {
      case JsonScalar scalar -> scalar.text();
      case JsonObject _ -> "{...}";
      case JsonArray _ -> "[...]";
      case JsonNumbers _ -> "[...]";
      case null -> "";
    };
  }
}
