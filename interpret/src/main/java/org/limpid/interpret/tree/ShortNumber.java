package org.limpid.interpret.tree;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes numbers for people: six significant digits, no zeros at the end. */
final class ShortNumber {
  private static final MathContext DIGITS = new MathContext(6);
  private static final double PLAIN_FROM = 1e-4;
  private static final double PLAIN_TO = 1e12;

  private ShortNumber() {}

  static String of(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    return size >= PLAIN_FROM && size < PLAIN_TO ? rounded.toPlainString() : rounded.toString();
  }
}
