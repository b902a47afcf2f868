package org.limpid.files.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.function.Function;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;
import org.limpid.files.json.JsonValue.JsonObject;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
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
      return parse(text, file.toString(), failure -> InputFiles.explain(file, failure));
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
      return parse(text, name, failure -> InputFiles.explain(name, failure));
    } catch (IOException e) {
      throw new DataException(InputFiles.explain(name, e));
    }
  }

  private static JsonObject parse(
      Reader text, String name, Function<IOException, Problem> explanation) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != null
          && new JsonTree(parser).read() instanceof JsonObject object
          && parser.nextToken() == null) {
        return object;
      }
      throw new DataException(Problem.of(name, "expected one JSON object", ""));
    } catch (JacksonIOException e) {
      throw new DataException(explanation.apply(e.getCause()));
    } catch (JacksonException e) {
      throw new DataException(notJson(name, e));
    }
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
