package org.limpid.files.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonObject;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a file that holds one JSON object, plain or gzipped. Values are fetched one by one rather
 * than bound by reflection: so all problems are found in one go, each with its place, and a short
 * run does not pay for loading the data binding.
 */
public final class JsonFile {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private JsonFile() {}

  /**
   * The object in a file.
   *
   * @throws DataException if the file cannot be read or is not one JSON object
   */
  public static JsonObject read(Path file) {
    try (Reader text = InputFiles.openText(file)) {
      return parse(
          text, file.toString(), failure -> InputFiles.explain(file, failure), JsonFile::object);
    } catch (IOException e) {
      throw new DataException(InputFiles.explain(file, e));
    }
  }

  /**
   * The object in a stream, which is not closed.
   *
   * @param name what messages call the stream
   * @throws DataException if the stream cannot be read or is not one JSON object
   */
  public static JsonObject read(InputStream stream, String name) {
    try {
      Reader text = InputFiles.openText(stream);
      return parse(text, name, failure -> InputFiles.explain(name, failure), JsonFile::object);
    } catch (IOException e) {
      throw new DataException(InputFiles.explain(name, e));
    }
  }

  /**
   * Hands over the objects of a file that holds one JSON array of them, one by one, so that it may
   * be larger than the memory.
   *
   * @throws DataException if the file cannot be read or is something else
   */
  public static void forEach(Path file, Consumer<JsonObject> consumer) {
    forEach(file, "", consumer);
  }

  /**
   * The same for a file that is such an array, or an object of which it is a member.
   *
   * @param member its name
   */
  public static void forEach(Path file, String member, Consumer<JsonObject> consumer) {
    try (Reader text = InputFiles.openText(file)) {
      boolean found =
          parse(
              text,
              file.toString(),
              failure -> InputFiles.explain(file, failure),
              parser -> each(parser, member, consumer));
      if (!found) {
        throw new DataException(
            Problem.ofFile(
                file,
                "expected one JSON array of objects"
                    + (member.isEmpty() ? "" : ", perhaps as '%s' of an object".formatted(member)),
                ""));
      }
    } catch (IOException e) {
      throw new DataException(InputFiles.explain(file, e));
    }
  }

  /**
   * The elements of a file that holds one JSON array of anything but numbers only.
   *
   * @throws DataException if the file cannot be read or is something else
   */
  public static List<JsonValue> readArray(Path file) {
    try (Reader text = InputFiles.openText(file)) {
      return parse(
              text,
              file.toString(),
              failure -> InputFiles.explain(file, failure),
              JsonFile::elementsOfArray)
          .orElseThrow(() -> new DataException(Problem.ofFile(file, "expected a JSON array", "")));
    } catch (IOException e) {
      throw new DataException(InputFiles.explain(file, e));
    }
  }

  private static Optional<List<JsonValue>> elementsOfArray(JsonParser parser) {
    return parser.nextToken() != null
            && new JsonTree(parser).read() instanceof JsonArray(_, List<JsonValue> elements)
        ? Optional.of(elements)
        : Optional.empty();
  }

  /** Whether there is such an array. */
  private static boolean each(JsonParser parser, String member, Consumer<JsonObject> consumer) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return elements(parser, consumer);
    }
    boolean found = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isMeant = parser.currentName().equals(member);
      parser.nextToken();
      if (isMeant) {
        found = elements(parser, consumer);
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }

  /** Whether the current token begins an array of objects only. */
  private static boolean elements(JsonParser parser, Consumer<JsonObject> consumer) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return false;
    }
    boolean good = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (new JsonTree(parser).read() instanceof JsonObject object) {
        consumer.accept(object);
      } else {
        good = false;
      }
    }
    return good;
  }

  private static <T> T parse(
      Reader text,
      String name,
      Function<IOException, Problem> explanation,
      Function<JsonParser, T> content) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      T read = content.apply(parser);
      if (read != null && parser.nextToken() == null) {
        return read;
      }
      throw new DataException(Problem.of(name, "expected one JSON object", ""));
    } catch (JacksonIOException e) {
      throw new DataException(explanation.apply(e.getCause()));
    } catch (JacksonException e) {
      throw new DataException(notJson(name, e));
    }
  }

  /** Null where the file is something else. */
  private static JsonObject object(JsonParser parser) {
    return parser.nextToken() != null && new JsonTree(parser).read() instanceof JsonObject object
        ? object
        : null;
  }

  private static Problem notJson(String name, JacksonException e) {
    TokenStreamLocation place = e.getLocation(); // null where a limit of Jackson is exceeded
    return new Problem(
        name,
        place == null ? 0 : Math.max(0, place.getLineNr()),
        place == null ? "" : "column " + place.getColumnNr(),
        "",
        JsonWords.of(e.getOriginalMessage()),
        "Maybe a comma, a quotation mark or a bracket is missing, or the end of the file.");
  }
}
