package org.limpid.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number that must not be too small. */
abstract class WholeNumber implements ITypeConverter<Integer> {
  private final int least;

  private WholeNumber(int least) {
    this.least = least;
  }

  /** 0, 1, 2, ... */
  static final class FromZero extends WholeNumber {
    FromZero() {
      super(0);
    }
  }

  /** 1, 2, 3, ... */
  static final class FromOne extends WholeNumber {
    FromOne() {
      super(1);
    }
  }

  @Override
  public Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    String expected =
        isTooLarge(text)
            ? "of %d to %d".formatted(least, Integer.MAX_VALUE)
            : "of at least " + least;
    throw new TypeConversionException(
        "expected a whole number %s, found '%s'".formatted(expected, text));
  }

  private static boolean isTooLarge(String text) {
    return text.matches("\\d{10,}");
  }
}
