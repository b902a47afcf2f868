package org.limpid.interpret.sql;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of SQL as the standard has them. */
final class SqlText {
  private SqlText() {}

  /**
   * A number with an exponent, which makes it an approximate one, a double: without, databases take
   * it for a decimal number and reckon with fewer digits. Throws an {@code
   * IllegalArgumentException} if it is not finite.
   */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("SQL has no " + value);
    }
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (exact.signum() == 0) {
      return "0E0";
    }
    String digits = exact.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - exact.scale();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "E" + exponent;
  }

  /** The name of a column or of a part of the name of a table. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The name of a table; dots stand between catalogue, schema and table. */
  static String table(String name) {
    return Arrays.stream(name.split("\\.", -1)).map(SqlText::name).collect(Collectors.joining("."));
  }

  /** A text. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A condition that holds where a column has one of these texts. */
  static String isOneOf(String column, List<String> texts) {
    List<String> quoted = texts.stream().map(SqlText::text).toList();
    return quoted.size() == 1
        ? column + " = " + quoted.getFirst()
        : column + " IN (" + String.join(", ", quoted) + ")";
  }

  /** The lines of a text, moved to the right. */
  static String indented(String text) {
    return text.indent(2).stripTrailing();
  }
}
