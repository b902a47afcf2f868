package org.limpid.data.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limpid.data.io.JsonValue.JsonArray;
import org.limpid.data.io.JsonValue.JsonObject;
import org.limpid.data.io.JsonValue.JsonScalar;
import org.limpid.data.io.JsonValue.Place;
import org.limpid.files.ClosestName;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import tools.jackson.core.JsonToken;

/**
 * Typed access to the members of a JSON object. What is missing or of another type is noted as a
 * problem and replaced by a harmless value; {@link #close} notes members that nobody asked for.
 */
final class JsonSection implements AutoCloseable {
  private final Path file;
  private final Problems problems;
  private final String name;
  private final JsonObject object;
  private final boolean silent;
  private final Set<String> known = new LinkedHashSet<>();

  JsonSection(Path file, Problems problems, JsonObject object) {
    this(file, problems, "", object, false);
  }

  private JsonSection(
      Path file, Problems problems, String name, JsonObject object, boolean silent) {
    this.file = file;
    this.problems = problems;
    this.name = name;
    this.object = object;
    this.silent = silent;
  }

  boolean has(String key) {
    known.add(key);
    return object.members().get(key) != null && !isNull(object.members().get(key));
  }

  /** A member that must be an object; an empty one stands in for it when it is not. */
  JsonSection section(String key) {
    return switch (member(key)) {
      case JsonObject found -> new JsonSection(file, problems, qualified(key), found, silent);
      case JsonValue other -> {
        wrongType(key, "an object", other);
        yield standIn(other.place());
      }
      case null -> standIn(object.place());
    };
  }

  private JsonSection standIn(Place place) {
    return new JsonSection(file, problems, name, new JsonObject(place, Map.of()), true);
  }

  /** A member that must be a text of at least one character. */
  String text(String key) {
    return switch (member(key)) {
      case JsonScalar s when s.token() == JsonToken.VALUE_STRING && !s.text().isBlank() -> s.text();
      case JsonValue other -> {
        wrongType(key, "a text", other);
        yield "";
      }
      case null -> "";
    };
  }

  /** A member that must be the name of a file. */
  String fileName(String key) {
    String text = text(key);
    try {
      return Path.of(text).toString();
    } catch (InvalidPathException e) {
      problem(key, "expected the name of a file (%s)".formatted(e.getReason()), "");
      return "";
    }
  }

  /** The name of a file, if the member is there. */
  Optional<String> optionalFileName(String key) {
    return has(key) ? Optional.of(fileName(key)) : Optional.empty();
  }

  /** A text, if the member is there. */
  Optional<String> optionalText(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** A member that must be a whole number in the given range. */
  long wholeNumber(String key, long minimum, long maximum) {
    return switch (member(key)) {
      case JsonScalar s when isWholeNumber(s, minimum, maximum) -> Long.parseLong(s.text());
      case JsonValue other -> {
        wrongType(key, "a whole number of %d to %d".formatted(minimum, maximum), other);
        yield minimum;
      }
      case null -> minimum;
    };
  }

  private static boolean isWholeNumber(JsonScalar scalar, long minimum, long maximum) {
    if (scalar.token() != JsonToken.VALUE_NUMBER_INT || scalar.text().length() > 18) {
      return false;
    }
    long value = Long.parseLong(scalar.text());
    return value >= minimum && value <= maximum;
  }

  /** A member that must be an array of texts. */
  List<String> texts(String key) {
    return switch (member(key)) {
      case JsonArray array when array.elements().stream().allMatch(JsonSection::isText) ->
          array.elements().stream().map(element -> ((JsonScalar) element).text()).toList();
      case JsonValue other -> {
        wrongType(key, "an array of texts", other);
        yield List.of();
      }
      case null -> List.of();
    };
  }

  /** All members as names of files, in file order. */
  Map<String, String> allFileNames() {
    Map<String, String> names = new LinkedHashMap<>();
    object.members().keySet().forEach(key -> names.put(key, fileName(key)));
    return names;
  }

  /** Notes a problem with the value of a member. */
  void problem(String key, String message, String hint) {
    JsonValue value = object.members().get(key);
    report(value == null ? object.place() : value.place(), show(value), message, hint);
  }

  /** Notes the members that nobody asked for. */
  @Override
  public void close() {
    object
        .members()
        .forEach((key, value) -> {
          if (!known.contains(key)) {
            report(
                value.place(),
                qualified(key),
                "expected a known key",
                ClosestName.hint(key, known));
          }
        });
  }

  private JsonValue member(String key) {
    known.add(key);
    JsonValue value = object.members().get(key);
    if (value == null) {
      report(
          object.place(),
          "",
          "the key '%s' is missing".formatted(qualified(key)),
          "Maybe it is misspelt.");
    }
    return value;
  }

  private void wrongType(String key, String expected, JsonValue found) {
    report(
        found.place(), show(found), "expected %s as '%s'".formatted(expected, qualified(key)), "");
  }

  private void report(Place place, String value, String message, String hint) {
    if (!silent) {
      problems.add(
          new Problem(
              file.toString(), place.line(), "column " + place.column(), value, message, hint));
    }
  }

  private String qualified(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  private static boolean isText(JsonValue value) {
    return value instanceof JsonScalar scalar && scalar.token() == JsonToken.VALUE_STRING;
  }

  private static boolean isNull(JsonValue value) {
    return value instanceof JsonScalar scalar && scalar.token() == JsonToken.VALUE_NULL;
  }

  private static String show(JsonValue value) {
    return switch (value) {
      case JsonScalar scalar -> scalar.text();
      case JsonObject _ -> "{...}";
      case JsonArray _ -> "[...]";
      case null -> "";
    };
  }
}
