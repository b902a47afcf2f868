package org.limpid.interpret.interop;

import java.util.Set;
import org.limpid.files.json.JsonOutput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Makes JSON of the text that a parameter is kept as. */
final class JsonGuess {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<JsonToken> OPENING =
      Set.of(JsonToken.START_ARRAY, JsonToken.START_OBJECT);

  private JsonGuess() {}

  /** The text itself where it is one JSON value on its own, else the text in quotation marks. */
  static String of(String text) {
    return isJson(text) ? text : JsonOutput.quoted(text);
  }

  private static boolean isJson(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = parser.nextToken();
      if (first == null || first == JsonToken.VALUE_STRING) {
        return false;
      }
      if (OPENING.contains(first)) {
        parser.skipChildren();
      }
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }
}
