package org.limpid.app.command;

import java.math.BigInteger;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads numbers of options that have no rule of their own, and says in plain words what is none.
 */
final class PlainNumbers {
  private static final BigInteger LEAST_WHOLE = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST_WHOLE = BigInteger.valueOf(Long.MAX_VALUE);

  private PlainNumbers() {}

  /** Lets a command and all commands below it read numbers so. */
  static void register(CommandLine root) {
    root.registerConverter(Long.class, PlainNumbers::whole);
    root.registerConverter(long.class, PlainNumbers::whole);
    root.registerConverter(Integer.class, PlainNumbers::small);
    root.registerConverter(int.class, PlainNumbers::small);
    root.registerConverter(Double.class, PlainNumbers::number);
    root.registerConverter(double.class, PlainNumbers::number);
  }

  private static Long whole(String text) {
    return whole(text, LEAST_WHOLE, MOST_WHOLE).longValueExact();
  }

  private static Integer small(String text) {
    return whole(text, BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE))
        .intValueExact();
  }

  private static BigInteger whole(String text, BigInteger least, BigInteger most) {
    if (!text.matches("[-+]?\\d{1,30}")) {
      throw new TypeConversionException("expected a whole number, found '%s'".formatted(text));
    }
    BigInteger number = new BigInteger(text);
    if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
      throw new TypeConversionException(
          "expected a whole number of %s to %s, found '%s'".formatted(least, most, text));
    }
    return number;
  }

  private static Double number(String text) {
    if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,4})?")) {
      throw new TypeConversionException("expected a number, found '%s'".formatted(text));
    }
    return Double.valueOf(text);
  }
}
