package org.limpid.adaptation.policy;

/**
 * The arithmetic that learning spends its time in, over flat arrays and without objects. The loops
 * are written so that the compiler makes vector instructions of them; sums have a fixed order, and
 * only operations that Java specifies to the last bit are used.
 */
final class Kernel {
  /** Sums that are kept at a time. */
  private static final int UNROLLED = 4;

  private static final double PER_LN2 = 1.4426950408889634;

  /** The natural logarithm of 2 in two parts, the first with zeros at its end. */
  private static final double LN2_HIGH = 0x1.62e42feep-1;

  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /** Added to a number it leaves the nearest whole one in the lowest bits. */
  private static final double ROUNDING = 0x1.8p52;

  private static final long EXPONENT_OF_ONE = 1023L << 52;
  private static final double LARGEST_EXPONENT = 700;

  private Kernel() {}

  /**
   * Adds rows of a matrix to some numbers, each row times a factor.
   *
   * @param factors holds the factors from {@code from} on, {@code step} apart
   * @param count rows to add
   * @param matrix row by row, from {@code first} on
   * @param width numbers of a row
   * @param sums what is added to, from {@code at} on
   */
  static void addRows(
      double[] factors,
      int from,
      int step,
      int count,
      double[] matrix,
      int first,
      int width,
      double[] sums,
      int at) {
    int row = 0;
    int place = first;
    for (; row + UNROLLED <= count; row += UNROLLED) {
      int factor = from + row * step;
      double a = factors[factor];
      double b = factors[factor + step];
      double c = factors[factor + 2 * step];
      double d = factors[factor + 3 * step];
      int second = place + width;
      int third = second + width;
      int fourth = third + width;
      for (int k = 0; k < width; k++) {
        sums[at + k] +=
            (a * matrix[place + k] + b * matrix[second + k])
                + (c * matrix[third + k] + d * matrix[fourth + k]);
      }
      place = fourth + width;
    }
    for (; row < count; row++) {
      double a = factors[from + row * step];
      for (int k = 0; k < width; k++) {
        sums[at + k] += a * matrix[place + k];
      }
      place += width;
    }
  }

  /** The sum of products of some weights with as many inputs. */
  static double product(double[] weights, int from, double[] inputs, int at, int count) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int k = 0; k + UNROLLED <= count; k += UNROLLED) {
      a += weights[from + k] * inputs[at + k];
      b += weights[from + k + 1] * inputs[at + k + 1];
      c += weights[from + k + 2] * inputs[at + k + 2];
      d += weights[from + k + 3] * inputs[at + k + 3];
    }
    for (int k = count - count % UNROLLED; k < count; k++) {
      a += weights[from + k] * inputs[at + k];
    }
    return (a + b) + (c + d);
  }

  /** Lays columns of a matrix of rows x columns one after another. */
  static void transpose(double[] matrix, int from, int rows, int columns, double[] transposed) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        transposed[column * rows + row] = matrix[from + row * columns + column];
      }
    }
  }

  /** Replaces numbers by their sigmoid, {@code 1 / (1 + exp(-x))}. */
  static void sigmoid(double[] numbers, int from, int end) {
    for (int i = from; i < end; i++) {
      numbers[i] = sigmoid(numbers[i]);
    }
  }

  /** Writes the hyperbolic tangents of some numbers to another place; it may be the same. */
  static void tanh(double[] numbers, int from, int count, double[] tangents, int at) {
    for (int i = 0; i < count; i++) {
      tangents[at + i] = 2 * sigmoid(2 * numbers[from + i]) - 1;
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + exp(-x));
  }

  /**
   * The exponential function, to two units in the last place; beyond ±700, that of ±700. The
   * argument is split into a multiple of ln 2 and a rest of at most half of it, whose series ends
   * behind the 13th power.
   */
  static double exp(double x) {
    double bounded = Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, x));
    double rounded = bounded * PER_LN2 + ROUNDING;
    double twos = rounded - ROUNDING;
    double rest = bounded - twos * LN2_HIGH - twos * LN2_LOW;
    long exponent = (Double.doubleToRawLongBits(rounded) << 52) + EXPONENT_OF_ONE;
    return series(rest) * Double.longBitsToDouble(exponent);
  }

  /** Powers are summed in pairs, so that no sum waits for all the others. */
  private static double series(double r) {
    double square = r * r;
    double fourth = square * square;
    double low = (1 + r) + square * (1.0 / 2 + r * (1.0 / 6));
    double middle = (1.0 / 24 + r * (1.0 / 120)) + square * (1.0 / 720 + r * (1.0 / 5040));
    double high =
        (1.0 / 40320 + r * (1.0 / 362880)) + square * (1.0 / 3628800 + r * (1.0 / 39916800));
    double highest = 1.0 / 479001600 + r * (1.0 / 6227020800.0);
    return low + fourth * (middle + fourth * (high + fourth * highest));
  }
}
