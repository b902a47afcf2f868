package org.limpid.files.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonNumbers;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.files.json.JsonValue.JsonScalar;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes JSON for readers: one member of an object per line, an array of numbers or texts on one
 * line. The same calls give the same bytes, and numbers read back bit for bit; {@code NaN} and the
 * infinities, which JSON lacks, are written as texts. Not safe for several threads.
 */
public final class JsonOutput {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  /** Whole numbers below it are exact, and written without a point. */
  private static final double MOST_WHOLE = 1e15;

  private final JsonLayout layout = new JsonLayout();
  private final JsonEscapes escapes = new JsonEscapes("");
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final JsonGenerator json;

  /** What is written at once. */
  @FunctionalInterface
  private interface Part {
    void write();
  }

  /** Writes to a stream, which {@link #finish()} flushes and nobody closes. */
  public JsonOutput(OutputStream out) {
    this(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private JsonOutput(Writer out) {
    json = JSON.createGenerator(new Context(), out);
  }

  /** What the generator asks for. */
  private final class Context extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return layout;
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public CharacterEscapes getCharacterEscapes() {
      return escapes;
    }
  }

  /** Begins an object: the file itself, or an element of an array. */
  public JsonOutput beginObject() throws IOException {
    return write(json::writeStartObject);
  }

  /** Begins an object as an element of an array; all of it stands on one line. */
  public JsonOutput beginLine() throws IOException {
    layout.putNextOnOneLine();
    return beginObject();
  }

  /** Begins an object as a member; all of it stands on one line. */
  public JsonOutput beginLine(String name) throws IOException {
    return name(name).beginLine();
  }

  /** Begins an object as a member. */
  public JsonOutput beginObject(String name) throws IOException {
    return name(name).beginObject();
  }

  /** Begins an array as a member, with one element per line. */
  public JsonOutput beginArray(String name) throws IOException {
    return name(name).beginArray();
  }

  /** Begins an array as an element of another one. */
  public JsonOutput beginArray() throws IOException {
    return write(json::writeStartArray);
  }

  public JsonOutput endObject() throws IOException {
    return write(json::writeEndObject);
  }

  public JsonOutput endArray() throws IOException {
    return write(json::writeEndArray);
  }

  /** A member that is a text. */
  public JsonOutput text(String name, String text) throws IOException {
    return name(name).text(text);
  }

  /** An element that is a text. */
  public JsonOutput text(String text) throws IOException {
    return write(() -> put(text));
  }

  /** A member that is a number. */
  public JsonOutput number(String name, double number) throws IOException {
    return name(name).number(number);
  }

  /** An element that is a number. */
  public JsonOutput number(double number) throws IOException {
    return write(() -> put(number));
  }

  /** An element that is {@code null}. */
  public JsonOutput nothing() throws IOException {
    return write(json::writeNull);
  }

  /** A member that is a whole number. */
  public JsonOutput wholeNumber(String name, long number) throws IOException {
    return name(name).write(() -> json.writeNumber(number));
  }

  /** A member that is {@code true} or {@code false}. */
  public JsonOutput flag(String name, boolean flag) throws IOException {
    return name(name).write(() -> json.writeBoolean(flag));
  }

  /** A member whose value is JSON already. */
  public JsonOutput json(String name, String value) throws IOException {
    return name(name).write(() -> json.writeRawValue(value));
  }

  /** A member that is an array on one line of values that are JSON already. */
  public JsonOutput json(String name, Collection<String> values) throws IOException {
    return name(name).list(() -> values.forEach(json::writeRawValue));
  }

  /** Begins an array as a member; all of it stands on one line. */
  public JsonOutput beginList(String name) throws IOException {
    name(name);
    layout.putNextOnOneLine();
    return beginArray();
  }

  /** A member that is an array of numbers. */
  public JsonOutput numbers(String name, double[] numbers) throws IOException {
    return name(name).numbers(numbers);
  }

  /** A member that is an array of arrays of numbers, one of them per line. */
  public JsonOutput numbers(String name, double[][] numbers) throws IOException {
    beginArray(name);
    for (double[] line : numbers) {
      numbers(line);
    }
    return endArray();
  }

  /** An element that is an array of numbers. */
  public JsonOutput numbers(double[] numbers) throws IOException {
    return numbers(numbers, 0, numbers.length);
  }

  /** An element that is an array of some of these numbers. */
  public JsonOutput numbers(double[] numbers, int from, int to) throws IOException {
    return list(() -> {
      for (int i = from; i < to; i++) {
        put(numbers[i]);
      }
    });
  }

  /** A member that is an array of texts. */
  public JsonOutput texts(String name, Collection<String> texts) throws IOException {
    return name(name).texts(texts);
  }

  /** An element that is an array of texts. */
  public JsonOutput texts(Collection<String> texts) throws IOException {
    return list(() -> texts.forEach(this::put));
  }

  /** Ends the file with a line feed and flushes the stream. */
  public void finish() throws IOException {
    write(() -> {
      json.writeRaw('\n');
      json.flush();
    });
  }

  /** A value as JSON on one line. */
  public static String textOf(JsonValue value) {
    StringWriter text = new StringWriter();
    JsonOutput out = new JsonOutput(text);
    out.layout.putNextOnOneLine();
    out.put(value);
    out.json.flush();
    return text.toString();
  }

  private void put(JsonValue value) {
    switch (value) {
      case JsonNumbers numbers -> {
        json.writeStartArray();
        for (double number : numbers.values()) {
          put(number);
        }
        json.writeEndArray();
      }
      case JsonArray array -> {
        json.writeStartArray();
        array.elements().forEach(this::put);
        json.writeEndArray();
      }
      case JsonObject object -> {
        json.writeStartObject();
        object
            .members()
            .forEach((name, member) -> {
              putName(name);
              put(member);
            });
        json.writeEndObject();
      }
      case JsonScalar(_, JsonToken token, String text) when token == JsonToken.VALUE_STRING ->
          put(text);
      case JsonScalar scalar -> json.writeRawValue(scalar.text());
    }
  }

  private JsonOutput name(String name) throws IOException {
    return write(() -> putName(name));
  }

  private JsonOutput list(Part elements) throws IOException {
    layout.putNextOnOneLine();
    return write(() -> {
      json.writeStartArray();
      elements.write();
      json.writeEndArray();
    });
  }

  private JsonOutput write(Part part) throws IOException {
    try {
      part.write();
      return this;
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private void putName(String name) {
    escapes.surrogates(!encoder.canEncode(name));
    json.writeName(name);
  }

  private void put(String text) {
    escapes.surrogates(!encoder.canEncode(text));
    json.writeString(text);
  }

  private void put(double number) {
    if (Double.isFinite(number)) {
      json.writeNumber(shortest(number));
    } else {
      json.writeString(Double.toString(number));
    }
  }

  /** The shortest text that reads back as the same finite number. */
  static String shortest(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < MOST_WHOLE;
    boolean negativeZero = number == 0 && 1 / number < 0;
    return whole && !negativeZero ? Long.toString((long) number) : Double.toString(number);
  }
}
