package org.limpid.data.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** A JSON value that knows where in its file it stands, so that every problem can say it. */
sealed interface JsonValue {
  /** Where the value begins. */
  Place place();

  /** A position in a file, from 1. */
  record Place(int line, int column) {}

  /** An object; members in file order. */
  record JsonObject(Place place, Map<String, JsonValue> members) implements JsonValue {}

  /** An array. */
  record JsonArray(Place place, List<JsonValue> elements) implements JsonValue {}

  /** A text, number, flag or null, as the token it was and its text. */
  record JsonScalar(Place place, JsonToken token, String text) implements JsonValue {}

  /** Reads the value at the current token. */
  static JsonValue read(JsonParser parser) {
    Place place = placeOf(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> new JsonObject(place, members(parser));
      case START_ARRAY -> new JsonArray(place, elements(parser));
      default -> new JsonScalar(place, parser.currentToken(), parser.getString());
    };
  }

  private static Map<String, JsonValue> members(JsonParser parser) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, read(parser));
    }
    return members;
  }

  private static List<JsonValue> elements(JsonParser parser) {
    List<JsonValue> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(parser));
    }
    return elements;
  }

  private static Place placeOf(JsonParser parser) {
    TokenStreamLocation location = parser.currentTokenLocation();
    return new Place(location.getLineNr(), location.getColumnNr());
  }
}
