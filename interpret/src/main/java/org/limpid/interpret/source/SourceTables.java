package org.limpid.interpret.source;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables of numbers in a generated class. Short ones are written as numbers, long ones as the
 * Base64 of their bits in texts of less than 64 KiB. Many tables are spread over nested classes.
 */
final class SourceTables {
  private static final int LONGEST_LITERAL = 64;
  private static final int MOST_LITERALS_PER_CLASS = 2000;
  private static final int MOST_TABLES_PER_CLASS = 200;
  private static final int NUMBERS_PER_TEXT = 5000;
  private static final int TEXTS_IN_PLACE = 200;
  private static final int LONGEST_TEXT = 15_000;
  private static final int LINE = 90;

  private static final String SEPARATOR = ",\n            ";

  private final String className;
  private final StringBuilder text = new StringBuilder();
  private int classes;
  private int tables;
  private int literals;

  SourceTables(String className) {
    this.className = className;
    tables = MOST_TABLES_PER_CLASS;
  }

  /** Adds a table; the result is the expression for it. */
  String numbers(double... numbers) {
    boolean literal = numbers.length <= LONGEST_LITERAL;
    if (tables >= MOST_TABLES_PER_CLASS || literals > MOST_LITERALS_PER_CLASS) {
      beginClass();
    }
    String table = "A" + tables++;
    text.append("\n    static final double[] ").append(table).append(" =\n        ");
    if (literal) {
      literals += numbers.length;
      text.append(literal(numbers));
    } else {
      text.append(encoded(numbers));
    }
    text.append(";\n");
    return className + "Tables" + (classes - 1) + "." + table;
  }

  private void beginClass() {
    if (classes > 0) {
      text.append("  }\n");
    }
    text.append("\n  private static final class ").append(className).append("Tables");
    text.append(classes++).append(" {");
    tables = 0;
    literals = 0;
  }

  private static String literal(double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(JavaText::number)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String encoded(double... numbers) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < numbers.length; from += NUMBERS_PER_TEXT) {
      parts.add(
          base64(
              Arrays.copyOfRange(
                  numbers, from, Math.min(numbers.length, from + NUMBERS_PER_TEXT))));
    }
    return "numbers(\n            %d,\n            %s)"
        .formatted(
            numbers.length,
            parts.stream().map(SourceTables::lines).collect(Collectors.joining(SEPARATOR)));
  }

  private static String base64(double... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
    bytes.asDoubleBuffer().put(numbers);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static String lines(String constant) {
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < constant.length(); from += LINE) {
      lines.add('"' + constant.substring(from, Math.min(constant.length(), from + LINE)) + '"');
    }
    return String.join("\n                + ", lines);
  }

  /** The expression for an array of texts, or what stands between the brackets of one. */
  String texts(List<String> texts) {
    int length = texts.stream().mapToInt(String::length).sum();
    if (texts.size() <= TEXTS_IN_PLACE && length <= LONGEST_TEXT) {
      String all = texts.stream().map(JavaText::quoted).collect(Collectors.joining(SEPARATOR));
      return "new String[] {" + all + "}";
    }
    String packed =
        texts.stream().map(one -> one.length() + ":" + one).collect(Collectors.joining());
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < packed.length(); from += LONGEST_TEXT) {
      int to = Math.min(packed.length(), from + LONGEST_TEXT);
      parts.add(JavaText.quoted(packed.substring(from, to)));
    }
    return "texts(" + String.join(SEPARATOR, parts) + ")";
  }

  String text() {
    return classes == 0 ? "" : text + "  }\n";
  }
}
