package org.limpid.results.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.limpid.interpret.text.ValueLabels;

/**
 * How numbers are written in figures: in no locale, with commas between thousands, a true minus.
 */
public final class Numbers {
  private static final int FEWEST_DIGITS = 3;
  private static final int MOST_DECIMALS = 6;
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double LARGEST_PLAIN = 1e12;

  private Numbers() {}

  /** With three significant digits, or all digits before the point: 0.0123, 1.23, 12,346. */
  public static String short3(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
      return power(value, FEWEST_DIGITS);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_UP));
    int decimals = Math.clamp(rounded.stripTrailingZeros().scale(), 0, MOST_DECIMALS);
    return fixed(size >= 100 ? Math.rint(value) : rounded.doubleValue(), decimals);
  }

  /**
   * A bound that is to be told from others, with three significant digits or more, a date or a
   * year.
   */
  public static String of(double value, ValueLabels labels) {
    return labels.areTimes() || labels.areYears()
        ? labels.text(value)
        : significant(value, labels.digits(value, FEWEST_DIGITS));
  }

  /**
   * With so many significant digits, or all digits before the point; with three as {@link #short3}.
   */
  public static String significant(double value, int digits) {
    double size = Math.abs(value);
    if (digits <= FEWEST_DIGITS || !Double.isFinite(value) || value == 0) {
      return short3(value);
    }
    if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
      return power(value, digits);
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value)
            .round(new MathContext(digits, RoundingMode.HALF_UP))
            .stripTrailingZeros();
    return rounded.scale() > 0
        ? fixed(rounded.doubleValue(), rounded.scale())
        : fixed(Math.rint(value), 0);
  }

  private static String power(double value, int digits) {
    String format = "%." + (digits - 1) + "e";
    String[] parts = String.format(Locale.ROOT, format, value).split("e");
    String shown = parts[0].replaceAll("\\.?0+$", "").replace('-', '−');
    return shown + "·10" + superscript(Integer.parseInt(parts[1]));
  }

  /** A whole number in raised digits. */
  static String superscript(int exponent) {
    StringBuilder raised = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return raised.toString();
  }

  /** A count: 12,346. */
  public static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace('-', '−');
  }

  /** With so many decimals, and commas between thousands. */
  public static String fixed(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    boolean isZero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return isZero ? text.replace("-", "") : text.replace('-', '−');
  }

  /** A share of 0..1 in percent: 7 %, 43 %; below 10 % with a decimal if it has one. */
  public static String percent(double share) {
    double percent = 100 * share;
    boolean small = Math.abs(percent) < 10 && Math.abs(percent - Math.rint(percent)) >= 0.05;
    return fixed(percent, small ? 1 : 0) + " %";
  }
}
