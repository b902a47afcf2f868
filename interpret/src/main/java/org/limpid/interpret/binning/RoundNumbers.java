package org.limpid.interpret.binning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Finds short decimal numbers. */
final class RoundNumbers {
  private static final int DIGITS_OF_A_DOUBLE = 17;

  private RoundNumbers() {}

  /**
   * The number with the fewest digits above {@code low} and not above {@code high}; of several, one
   * near the middle.
   */
  static double between(double low, double high) {
    double middle = CutFinder.midpoint(low, high);
    for (int digits = 1; digits < DIGITS_OF_A_DOUBLE; digits++) {
      double rounded =
          new BigDecimal(middle)
              .round(new MathContext(digits, RoundingMode.HALF_EVEN))
              .doubleValue();
      if (rounded > low && rounded <= high) {
        return rounded + 0.0;
      }
    }
    return middle;
  }
}
