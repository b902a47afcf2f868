package org.limpid.files.json;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonToken;

/** A JSON value that knows where in its file it stands, so that every problem can say it. */
public sealed interface JsonValue {
  /** Where the value begins. */
  Place place();

  /** A position in a file, from 1. */
  record Place(int line, int column) {}

  /** An object; members in file order. */
  record JsonObject(Place place, Map<String, JsonValue> members) implements JsonValue {}

  /** An array of anything but numbers only; an empty one is of this kind, too. */
  record JsonArray(Place place, List<JsonValue> elements) implements JsonValue {}

  /**
   * An array of one or more finite numbers, kept as they are because a model has a million of them.
   */
  record JsonNumbers(Place place, double[] values) implements JsonValue {}

  /** A text, number, flag or null, as the token it was and its text. */
  record JsonScalar(Place place, JsonToken token, String text) implements JsonValue {}
}
