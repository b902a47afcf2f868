package org.limpid.files.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonNumbers;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.files.json.JsonValue.JsonScalar;
import org.limpid.files.json.JsonValue.Place;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Builds the values of one file from the tokens of a parser. */
final class JsonTree {
  private final JsonParser parser;

  JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  /** The value at the current token. */
  JsonValue read() {
    Place place = place();
    return switch (parser.currentToken()) {
      case START_OBJECT -> new JsonObject(place, members());
      case START_ARRAY -> array(place);
      default -> new JsonScalar(place, parser.currentToken(), parser.getString());
    };
  }

  private Map<String, JsonValue> members() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, read());
    }
    return members;
  }

  private JsonValue array(Place place) {
    double[] numbers = new double[16];
    int count = 0;
    while (isFiniteNumber(parser.nextToken())) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = parser.getDoubleValue();
    }
    double[] read = Arrays.copyOf(numbers, count);
    return count > 0 && parser.currentToken() == JsonToken.END_ARRAY
        ? new JsonNumbers(place, read)
        : mixedArray(place, read);
  }

  /** Numbers that were read before something else came stand where the array begins. */
  private JsonArray mixedArray(Place place, double[] before) {
    List<JsonValue> elements = new ArrayList<>(scalars(place, before));
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      elements.add(read());
      parser.nextToken();
    }
    return new JsonArray(place, elements);
  }

  /** Numbers of which the place is not known. */
  static List<JsonScalar> scalars(Place place, double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(JsonOutput::shortest)
        .map(text -> new JsonScalar(place, JsonToken.VALUE_NUMBER_FLOAT, text))
        .toList();
  }

  private boolean isFiniteNumber(JsonToken token) {
    return (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT)
        && Double.isFinite(parser.getDoubleValue());
  }

  private Place place() {
    TokenStreamLocation location = parser.currentTokenLocation();
    return new Place(location.getLineNr(), location.getColumnNr());
  }
}
