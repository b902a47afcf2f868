package org.limpid.files.json;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.limpid.files.ClosestName;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.files.json.JsonValue.JsonScalar;
import org.limpid.files.json.JsonValue.Place;

/**
 * Typed access to the members of a JSON object. What is missing or of another type is noted as a
 * problem and replaced by a harmless value; {@link #close} notes members that nobody asked for. Not
 * safe for several threads.
 */
public final class JsonSection implements AutoCloseable {
  private final String file;
  private final Problems problems;
  private final String name;
  private final JsonObject object;
  private final boolean silent;
  private final Set<String> known = new LinkedHashSet<>();
  private final JsonNumbersReader reader =
      new JsonNumbersReader(
          (value, message, hint) -> report(value.place(), scalar(value), message, hint));

  /**
   * Access to the object that is a whole file.
   *
   * @param file what messages call the file
   * @param problems where problems are noted
   */
  public JsonSection(String file, Problems problems, JsonObject object) {
    this(file, problems, "", object, false);
  }

  private JsonSection(
      String file, Problems problems, String name, JsonObject object, boolean silent) {
    this.file = file;
    this.problems = problems;
    this.name = name;
    this.object = object;
    this.silent = silent;
  }

  /**
   * Reads the object of a file.
   *
   * @throws org.limpid.files.DataException with all problems of the file
   */
  public static <T> T read(Path file, Function<JsonSection, T> reader) {
    Problems problems = new Problems();
    T read;
    try (JsonSection section = new JsonSection(file.toString(), problems, JsonFile.read(file))) {
      read = reader.apply(section);
    }
    problems.throwIfAny();
    return read;
  }

  /** Whether there is such a member and it is not {@code null}. */
  public boolean has(String key) {
    known.add(key);
    return object.members().get(key) != null && !JsonConversions.isNull(object.members().get(key));
  }

  /** The names of all members, in file order. */
  public List<String> names() {
    return List.copyOf(object.members().keySet());
  }

  /** The names of the members that nobody asked for so far, in file order. */
  public List<String> unknown() {
    return names().stream().filter(key -> !known.contains(key)).toList();
  }

  /** The value of a member as it stands in the file, if there is one. */
  public Optional<JsonValue> value(String key) {
    known.add(key);
    return Optional.ofNullable(object.members().get(key));
  }

  /** Takes members that are of no use for known, so that {@link #close} does not complain. */
  public void ignore(String... keys) {
    known.addAll(List.of(keys));
  }

  /** A member that must be an object; an empty one stands in for it when it is not. */
  public JsonSection section(String key) {
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

  /** A member that must be an array of objects. */
  public List<JsonSection> sections(String key) {
    List<JsonSection> sections = new ArrayList<>();
    List<JsonValue> elements =
        member(
            key,
            "an array of objects",
            List.of(),
            value ->
                value instanceof JsonArray array
                    ? Optional.of(array.elements())
                    : Optional.empty());
    for (JsonValue element : elements) {
      String place = "%s[%d]".formatted(qualified(key), sections.size());
      if (element instanceof JsonObject found) {
        sections.add(new JsonSection(file, problems, place, found, silent));
      } else {
        report(
            element.place(),
            JsonConversions.show(element),
            "expected an object as '%s'".formatted(place),
            "");
        sections.add(standIn(element.place()));
      }
    }
    return sections;
  }

  /** A member that must be a text of at least one character. */
  public String text(String key) {
    return member(
        key, "a text", "", value -> JsonConversions.text(value).filter(text -> !text.isBlank()));
  }

  /** A member that must be a text, which may be empty. */
  public String anyText(String key) {
    return member(key, "a text", "", JsonConversions::text);
  }

  /** A member that must name a file or folder anywhere; empty after noting that it does not. */
  public String path(String key) {
    String text = anyText(key);
    try {
      return Path.of(text).toString();
    } catch (InvalidPathException e) {
      problem(key, "expected the name of a file or folder (%s)".formatted(e.getReason()), "");
      return "";
    }
  }

  /**
   * A member that must be one of a few texts.
   *
   * @param choices at least one; the first stands in for anything else
   */
  public String oneOf(String key, List<String> choices) {
    String text = text(key);
    if (choices.contains(text)) {
      return text;
    }
    if (!text.isEmpty()) {
      String message = "expected one of %s as '%s'";
      String hint =
          ClosestName.of(text, choices).map("Maybe '%s' was meant."::formatted).orElse("");
      problem(key, message.formatted(String.join(", ", choices), qualified(key)), hint);
    }
    return choices.getFirst();
  }

  /** A text, if the member is there. */
  public Optional<String> optionalText(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** A member that must be a whole number in the given range. */
  public long wholeNumber(String key, long minimum, long maximum) {
    String expected = "a whole number of %d to %d".formatted(minimum, maximum);
    return member(
        key,
        expected,
        minimum,
        value ->
            JsonConversions.wholeNumber(value)
                .filter(number -> number >= minimum && number <= maximum));
  }

  /** A member that must be a number, or one of the texts that stand for {@code NaN} and such. */
  public double number(String key) {
    return member(key, "a number", Double.NaN, JsonNumbersReader::number);
  }

  /** A number, if the member is there. */
  public Optional<Double> optionalNumber(String key) {
    return has(key) ? Optional.of(number(key)) : Optional.empty();
  }

  /** A member that must be {@code true} or {@code false}. */
  public boolean flag(String key) {
    return member(key, "true or false", false, JsonConversions::flag);
  }

  /** A member that must be an array of numbers, as {@link #number} takes them. */
  public double[] numbers(String key) {
    JsonValue found = member(key);
    return found == null ? new double[0] : reader.numbers(found, qualified(key));
  }

  /**
   * A member that must be an array of numbers.
   *
   * @param length how many there must be
   * @param of what there is one of for each number, for messages
   */
  public double[] numbers(String key, int length, String of) {
    JsonValue found = member(key);
    return found == null ? new double[0] : reader.numbers(found, qualified(key), length, of);
  }

  /** A member that must be an array of arrays of numbers. */
  public double[][] numberArrays(String key) {
    JsonValue found = member(key);
    return found == null ? new double[0][] : reader.arrays(found, qualified(key));
  }

  /**
   * A member that must be an array of arrays of numbers.
   *
   * @param count how many arrays there must be
   * @param length how many numbers must be in each
   * @param of what there is an array of, for messages
   */
  public double[][] numberArrays(String key, int count, int length, String of) {
    JsonValue found = member(key);
    return found == null
        ? new double[0][]
        : reader.arrays(found, qualified(key), count, length, of);
  }

  /**
   * A member that must be arrays of numbers within arrays.
   *
   * @param shape the lengths, from the outermost array to the innermost
   * @return the numbers row by row; zeros where something is wrong
   */
  public double[] tensor(String key, int... shape) {
    JsonValue found = member(key);
    return found == null
        ? new double[JsonNumbersReader.size(shape, 0)]
        : reader.tensor(found, qualified(key), shape);
  }

  /** How many numbers and other scalars there are in a member and the arrays in it. */
  public long numberCount(String key) {
    return value(key).map(JsonNumbersReader::count).orElse(0L);
  }

  /** A member that must be an array of texts. */
  public List<String> texts(String key) {
    return member(
            key,
            "an array of texts",
            List.of(),
            value ->
                JsonConversions.scalars(value)
                    .filter(all -> all.stream().allMatch(JsonConversions::isText)))
        .stream()
        .map(JsonScalar::text)
        .toList();
  }

  /** A member that must be an array of texts, numbers or flags; all of them as texts. */
  public List<String> words(String key) {
    return scalars(key).stream().map(JsonScalar::text).toList();
  }

  /** A member that must be an array of anything but arrays and objects. */
  public List<JsonScalar> scalars(String key) {
    return member(key, "an array of texts or numbers", List.of(), JsonConversions::scalars);
  }

  /** All members as texts, which may be empty, in file order. */
  public Map<String, String> allTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    object.members().keySet().forEach(key -> texts.put(key, anyText(key)));
    return texts;
  }

  /** Notes a problem with the value of a member. */
  public void problem(String key, String message, String hint) {
    JsonValue value = object.members().get(key);
    report(
        value == null ? object.place() : value.place(), JsonConversions.show(value), message, hint);
  }

  /** Notes a problem with an element of an array. */
  public void problem(JsonScalar element, String message, String hint) {
    report(element.place(), element.text(), message, hint);
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

  private <T> T member(
      String key, String expected, T standIn, Function<JsonValue, Optional<T>> conversion) {
    JsonValue found = member(key);
    if (found == null) {
      return standIn;
    }
    return conversion
        .apply(found)
        .orElseGet(() -> {
          wrongType(key, expected, found);
          return standIn;
        });
  }

  private void wrongType(String key, String expected, JsonValue found) {
    report(
        found.place(),
        JsonConversions.show(found),
        "expected %s as '%s'".formatted(expected, qualified(key)),
        "");
  }

  private void report(Place place, String value, String message, String hint) {
    if (!silent) {
      problems.add(
          new Problem(file, place.line(), "column " + place.column(), value, message, hint));
    }
  }

  private String qualified(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  /** Of an array, the message says how long it is. */
  private static String scalar(JsonValue value) {
    return value instanceof JsonScalar scalar ? scalar.text() : "";
  }
}
