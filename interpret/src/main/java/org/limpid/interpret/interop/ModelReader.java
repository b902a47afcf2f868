package org.limpid.interpret.interop;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads models of whatever origin. */
public final class ModelReader {
  private ModelReader() {}

  /** What the beginning of a file says of the rest. */
  private enum Format {
    LIMPID,
    INTERPRET,
    NO_JSON
  }

  /**
   * Reads a model of Limpid, or an EBM that the Python library interpret wrote as JSON. Throws a
   * {@code DataException} if there is none in the file.
   */
  public static Model read(Path file) {
    return switch (format(file)) {
      case LIMPID -> ModelJson.read(file);
      case INTERPRET -> InterpretJson.read(file);
      case NO_JSON ->
          throw new DataException(
              Problem.ofFile(
                  file,
                  "expected a model, found no JSON",
                  "Maybe this is the CSV file, which belongs after --csv."));
    };
  }

  private static Format format(Path file) {
    try (Reader text = InputFiles.openText(file);
        JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      return json.nextToken() == JsonToken.START_OBJECT ? format(json) : Format.NO_JSON;
    } catch (JacksonException _) {
      return Format.NO_JSON;
    } catch (IOException e) {
      throw new DataException(InputFiles.explain(file, e));
    }
  }

  /** Damaged JSON counts as Limpid's, whose reader says where the damage is. */
  private static Format format(JsonParser json) {
    try {
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        switch (json.currentName()) {
          case "format" -> {
            return Format.LIMPID;
          }
          case "ebm" -> {
            return Format.INTERPRET;
          }
          default -> {
            json.nextToken();
            json.skipChildren();
          }
        }
      }
      return Format.LIMPID;
    } catch (JacksonException _) {
      return Format.LIMPID;
    }
  }
}
