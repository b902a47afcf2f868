package org.limpid.interpret.binning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/** Chooses the cuts of a numeric feature. */
public enum BinningMethod {
  /** As many rows between every two cuts as possible, cuts midway between values. */
  QUANTILE {
    @Override
    double[] between(DistinctValues values, int most) {
      return EqualWeight.cuts(values, most, BinningMethod::midpoint);
    }
  },
  /** The same distance between every two cuts. */
  UNIFORM {
    @Override
    double[] between(DistinctValues values, int most) {
      double low = values.value(0);
      double high = values.value(values.size() - 1);
      double[] cuts = new double[most];
      for (int i = 0; i < most; i++) {
        double share = (i + 1.0) / (most + 1);
        cuts[i] = low * (1 - share) + high * share;
      }
      return ascending(cuts, low);
    }
  },
  /** As {@link #QUANTILE}, with each cut at the shortest decimal number that separates the rows. */
  ROUNDED_QUANTILE {
    @Override
    double[] between(DistinctValues values, int most) {
      return EqualWeight.cuts(values, most, RoundNumbers::between);
    }
  };

  /**
   * Chooses at most so many cuts of finite values, strictly ascending; a value equal to a cut lies
   * above it.
   */
  public double[] cuts(DistinctValues distinct, int most) {
    return distinct.size() < 2 || most == 0 ? new double[0] : between(distinct, most);
  }

  abstract double[] between(DistinctValues values, int most);

  /** A number above {@code low} and not above {@code high}, midway where doubles allow it. */
  static double midpoint(double low, double high) {
    double middle = low / 2 + high / 2;
    return middle > low && middle <= high ? middle : high;
  }

  private static double[] ascending(double[] cuts, double low) {
    double[] kept = new double[cuts.length];
    int count = 0;
    double last = low;
    for (double cut : cuts) {
      if (cut > last) {
        kept[count++] = cut;
        last = cut;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private static final class RoundNumbers {
    private static final int DIGITS_OF_A_DOUBLE = 17;

    private RoundNumbers() {}

    /**
     * The number with the fewest digits above {@code low} and not above {@code high}; of several,
     * one near the middle.
     */
    static double between(double low, double high) {
      double middle = BinningMethod.midpoint(low, high);
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
}
