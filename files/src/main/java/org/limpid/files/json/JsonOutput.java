package org.limpid.files.json;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonNumbers;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.files.json.JsonValue.JsonScalar;
import tools.jackson.core.JsonToken;

/**
 * Writes JSON for readers: one member of an object per line, an array of numbers or texts on one
 * line. The same calls give the same bytes, and numbers read back bit for bit; {@code NaN} and the
 * infinities, which JSON lacks, are written as texts. Not safe for several threads.
 */
public final class JsonOutput {
  private static final String INDENT = "  ";

  private final Writer out;
  private final Deque<Level> levels = new ArrayDeque<>();

  /** An object or array that is not finished: whether it is on one line, and still empty. */
  private static final class Level {
    private final boolean oneLine;
    private boolean empty = true;

    Level(boolean oneLine) {
      this.oneLine = oneLine;
    }
  }

  /** Writes to a stream, which {@link #finish()} flushes and nobody closes. */
  public JsonOutput(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  /** Begins an object: the file itself, or an element of an array. */
  public JsonOutput beginObject() throws IOException {
    element();
    return open('{', false);
  }

  /** Begins an object as an element of an array; all of it stands on one line. */
  public JsonOutput beginLine() throws IOException {
    element();
    return open('{', true);
  }

  /** Begins an object as a member; all of it stands on one line. */
  public JsonOutput beginLine(String name) throws IOException {
    name(name);
    return open('{', true);
  }

  /** Begins an object as a member. */
  public JsonOutput beginObject(String name) throws IOException {
    name(name);
    return open('{', false);
  }

  /** Begins an array as a member, with one element per line. */
  public JsonOutput beginArray(String name) throws IOException {
    name(name);
    return open('[', false);
  }

  /** Begins an array as an element of another one. */
  public JsonOutput beginArray() throws IOException {
    element();
    return open('[', false);
  }

  public JsonOutput endObject() throws IOException {
    return close('}');
  }

  public JsonOutput endArray() throws IOException {
    return close(']');
  }

  /** A member that is a text. */
  public JsonOutput text(String name, String text) throws IOException {
    name(name);
    out.write(quoted(text));
    return this;
  }

  /** A member that is a number. */
  public JsonOutput number(String name, double number) throws IOException {
    name(name);
    out.write(number(number));
    return this;
  }

  /** A member that is a whole number. */
  public JsonOutput wholeNumber(String name, long number) throws IOException {
    return json(name, Long.toString(number));
  }

  /** A member that is {@code true} or {@code false}. */
  public JsonOutput flag(String name, boolean flag) throws IOException {
    return json(name, Boolean.toString(flag));
  }

  /** A member whose value is JSON already. */
  public JsonOutput json(String name, String value) throws IOException {
    name(name);
    out.write(value);
    return this;
  }

  /** A member that is an array of numbers. */
  public JsonOutput numbers(String name, double[] numbers) throws IOException {
    name(name);
    writeNumbers(numbers, 0, numbers.length);
    return this;
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
    element();
    writeNumbers(numbers, from, to);
    return this;
  }

  /** A member that is an array of texts. */
  public JsonOutput texts(String name, Collection<String> texts) throws IOException {
    return json(name, arrayOf(texts.stream().map(JsonOutput::quoted).toList()));
  }

  /** An element that is an array of texts. */
  public JsonOutput texts(Collection<String> texts) throws IOException {
    element();
    out.write(arrayOf(texts.stream().map(JsonOutput::quoted).toList()));
    return this;
  }

  /** An array on one line of values that are JSON already. */
  public static String arrayOf(List<String> values) {
    return "[" + String.join(", ", values) + "]";
  }

  /** A value as JSON on one line. */
  public static String textOf(JsonValue value) {
    return switch (value) {
      case JsonNumbers numbers ->
          arrayOf(Arrays.stream(numbers.values()).mapToObj(JsonOutput::number).toList());
      case JsonArray array -> arrayOf(array.elements().stream().map(JsonOutput::textOf).toList());
      case JsonObject object ->
          object.members().entrySet().stream()
              .map(member -> quoted(member.getKey()) + ": " + textOf(member.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case JsonScalar scalar ->
          scalar.token() == JsonToken.VALUE_STRING ? quoted(scalar.text()) : scalar.text();
    };
  }

  private void writeNumbers(double[] numbers, int from, int to) throws IOException {
    out.write('[');
    for (int i = from; i < to; i++) {
      if (i > from) {
        out.write(", ");
      }
      out.write(number(numbers[i]));
    }
    out.write(']');
  }

  /** Ends the file with a line feed and flushes the stream. */
  public void finish() throws IOException {
    out.write('\n');
    out.flush();
  }

  private void name(String name) throws IOException {
    element();
    out.write(quoted(name));
    out.write(": ");
  }

  private void element() throws IOException {
    Level level = levels.peek();
    if (level == null) {
      return;
    }
    if (!level.empty) {
      out.write(level.oneLine ? ", " : ",");
    }
    level.empty = false;
    if (!level.oneLine) {
      newLine();
    }
  }

  private JsonOutput open(char bracket, boolean oneLine) throws IOException {
    out.write(bracket);
    levels.push(new Level(oneLine || (!levels.isEmpty() && levels.peek().oneLine)));
    return this;
  }

  private JsonOutput close(char bracket) throws IOException {
    Level level = levels.pop();
    if (!level.empty && !level.oneLine) {
      newLine();
    }
    out.write(bracket);
    return this;
  }

  private void newLine() throws IOException {
    out.write('\n');
    for (int i = 0; i < levels.size(); i++) {
      out.write(INDENT);
    }
  }

  /** The shortest text that reads back as the same number; a text where JSON has no number. */
  public static String number(double number) {
    if (!Double.isFinite(number)) {
      return quoted(Double.toString(number));
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    boolean negativeZero = number == 0 && 1 / number < 0;
    return whole && !negativeZero ? Long.toString((long) number) : Double.toString(number);
  }

  /** A text in quotation marks, with escapes where JSON or UTF-8 need them. */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || isLoneSurrogate(text, i)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
