package org.limpid.files.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * One member of an object and one element of an array per line, but for those that stand on one
 * line as a whole. For one file.
 */
final class JsonLayout implements PrettyPrinter {
  private static final String INDENT = "  ";

  private int depth;

  /** How many of the open objects and arrays stand on one line; the outermost ones do not. */
  private int onOneLine;

  private boolean nextOnOneLine;

  /** Puts the object or array that begins next on one line, with all that is in it. */
  void putNextOnOneLine() {
    nextOnOneLine = true;
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator json) {
    json.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator json) {
    open(json, '{');
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) {
    beginLine(json);
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator json) {
    json.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) {
    separate(json);
  }

  @Override
  public void writeEndObject(JsonGenerator json, int count) {
    close(json, count, '}');
  }

  @Override
  public void writeStartArray(JsonGenerator json) {
    open(json, '[');
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) {
    beginLine(json);
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) {
    separate(json);
  }

  @Override
  public void writeEndArray(JsonGenerator json, int count) {
    close(json, count, ']');
  }

  private void open(JsonGenerator json, char bracket) {
    json.writeRaw(bracket);
    depth++;
    if (nextOnOneLine || onOneLine > 0) {
      onOneLine++;
    }
    nextOnOneLine = false;
  }

  private void close(JsonGenerator json, int count, char bracket) {
    depth--;
    if (onOneLine > 0) {
      onOneLine--;
    } else if (count > 0) {
      beginLine(json);
    }
    json.writeRaw(bracket);
  }

  private void separate(JsonGenerator json) {
    json.writeRaw(onOneLine > 0 ? ", " : ",");
    beginLine(json);
  }

  private void beginLine(JsonGenerator json) {
    if (onOneLine == 0) {
      json.writeRaw('\n');
      json.writeRaw(INDENT.repeat(depth));
    }
  }
}
