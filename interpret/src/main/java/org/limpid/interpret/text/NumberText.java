package org.limpid.interpret.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** Numbers as text, whatever the language of the machine. */
public final class NumberText {
  private static final MathContext ROUNDING = new MathContext(4);
  private static final double LARGEST_EXACT = 1e15;
  private static final double LARGEST_PLAIN = 1e9;
  private static final double SMALLEST_PLAIN = 1e-4;

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?");

  private NumberText() {}

  /**
   * The number that a decimal text such as {@code 0.25} or {@code 1e-3} stands for. Other literals
   * of Java, such as {@code 1f}, {@code 0x1p-3} or {@code NaN}, are none. Throws a {@code
   * NumberFormatException} if it is no such text.
   */
  public static double parse(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new NumberFormatException("expected a decimal number, found '%s'".formatted(text));
    }
    return Double.parseDouble(text);
  }

  /** The shortest text that stands for this very number; whole numbers without a point. */
  public static String exact(double value) {
    return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /**
   * The number rounded to four significant digits, without zeros at the end; whole numbers below a
   * billion in full; a dash for {@code NaN}.
   */
  public static String rounded(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    double size = Math.abs(value);
    if (Double.isInfinite(value) || (value == Math.rint(value) && size < LARGEST_PLAIN)) {
      return exact(value);
    }
    BigDecimal digits = new BigDecimal(value).round(ROUNDING).stripTrailingZeros();
    boolean plain = size >= SMALLEST_PLAIN && size < LARGEST_PLAIN;
    return plain ? digits.toPlainString() : digits.toString();
  }

  /**
   * The number rounded to so many significant digits, without zeros at the end; whole numbers in
   * full; no power of ten from 0.0001 to below {@code 1e15}.
   */
  static String rounded(double value, int digits) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || (value == Math.rint(value) && size < LARGEST_EXACT)) {
      return exact(value);
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
    boolean plain = size >= SMALLEST_PLAIN && size < LARGEST_EXACT;
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  /** The number rounded, with a plus sign when it is positive. */
  public static String signed(double value) {
    return value > 0 ? "+" + rounded(value) : rounded(value);
  }

  /** The number rounded and its deviation, if that is known: {@code 1.5 +- 0.2}. */
  public static String withDeviation(String value, double deviation) {
    return Double.isNaN(deviation) ? value : value + " +- " + rounded(deviation);
  }
}
