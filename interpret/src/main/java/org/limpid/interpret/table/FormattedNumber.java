package org.limpid.interpret.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number as people write it: {@code -$1,234.50}, {@code 12 %}, {@code 1.234,5 €}. */
final class FormattedNumber {
  private static final String PERCENT = "%";
  private static final char MINUS = '\u2212';
  private static final Pattern POINT = pattern(DecimalMark.POINT);
  private static final Pattern COMMA = pattern(DecimalMark.COMMA);

  private final boolean negative;
  private final String unit;
  private final String digits;

  private FormattedNumber(boolean negative, String unit, String digits) {
    this.negative = negative;
    this.unit = unit;
    this.digits = digits;
  }

  /** Groups of three digits, but in front of them also of two, as in {@code 12,34,567}. */
  private static Pattern pattern(DecimalMark decimal) {
    String mark = Pattern.quote(Character.toString(decimal.mark()));
    String between = "([" + decimal.between() + " \u00a0\u202f'\u2019])";
    String grouped = "[1-9]\\d{0,2}" + between + "(?:\\d{2,3}\\1)*\\d{3}";
    String whole = "(?:" + grouped + "|\\d+)(?:" + mark + "\\d*)?";
    return Pattern.compile("(?:" + whole + "|" + mark + "\\d+)(?:[eE][+-]?\\d+)?");
  }

  /** The number, or {@code NaN} if the text is none of this format. */
  static double value(String text, CellFormat.Numbers format) {
    FormattedNumber number = of(text);
    boolean other = !number.unit.equals(format.unit());
    boolean optional = number.unit.isEmpty() && !format.unit().equals(PERCENT);
    return other && !optional ? Double.NaN : number.value(format.decimal());
  }

  /** The unit that a text has, if it is a number; else empty. */
  static String unit(String text) {
    FormattedNumber number = of(text);
    boolean any = COMMA.matcher(number.digits).matches() || POINT.matcher(number.digits).matches();
    return any ? number.unit : "";
  }

  /** Takes off brackets, which stand for a minus, then sign and unit in either order. */
  private static FormattedNumber of(String text) {
    String rest = text.strip();
    boolean bracketed = rest.length() > 2 && rest.startsWith("(") && rest.endsWith(")");
    rest = bracketed ? rest.substring(1, rest.length() - 1).strip() : rest;
    String unsigned = withoutSign(rest);
    boolean negative = isNegative(rest, unsigned);
    String unit = "";
    if (!unsigned.isEmpty() && isCurrency(unsigned.charAt(0))) {
      unit = unsigned.substring(0, 1);
      rest = unsigned.substring(1).strip();
      unsigned = unsigned.length() == text.strip().length() ? withoutSign(rest) : rest;
      negative |= isNegative(rest, unsigned);
    } else if (!unsigned.isEmpty() && isUnit(unsigned.charAt(unsigned.length() - 1))) {
      unit = unsigned.substring(unsigned.length() - 1);
      unsigned = unsigned.substring(0, unsigned.length() - 1).strip();
    }
    return new FormattedNumber(negative || bracketed, unit, unsigned);
  }

  private static String withoutSign(String text) {
    boolean signed =
        !text.isEmpty()
            && (text.charAt(0) == '-' || text.charAt(0) == '+' || text.charAt(0) == MINUS);
    return signed ? text.substring(1).strip() : text;
  }

  private static boolean isNegative(String text, String unsigned) {
    return unsigned.length() < text.length() && text.charAt(0) != '+';
  }

  private static boolean isUnit(char character) {
    return character == PERCENT.charAt(0) || isCurrency(character);
  }

  private static boolean isCurrency(char character) {
    return Character.getType(character) == Character.CURRENCY_SYMBOL;
  }

  private double value(DecimalMark decimal) {
    Matcher matcher = (decimal == DecimalMark.COMMA ? COMMA : POINT).matcher(digits);
    if (!matcher.matches()) {
      return Double.NaN;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c == decimal.mark()) {
        plain.append('.');
      } else if (c >= '0' && c <= '9' || "eE+-".indexOf(c) >= 0) {
        plain.append(c);
      }
    }
    double size = Double.parseDouble(plain.toString());
    return negative ? -size : size;
  }
}
