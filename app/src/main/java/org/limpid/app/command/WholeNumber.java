package org.limpid.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number that must not be too small or too large. */
class WholeNumber implements ITypeConverter<Integer> {
  private final int least;
  private final int most;

  private WholeNumber(int least, int most) {
    this.least = least;
    this.most = most;
  }

  static WholeNumber of(int least, int most) {
    return new WholeNumber(least, most);
  }

  static final class FromZero extends WholeNumber {
    FromZero() {
      super(0, Integer.MAX_VALUE);
    }
  }

  static final class FromOne extends WholeNumber {
    FromOne() {
      super(1, Integer.MAX_VALUE);
    }
  }

  /** Moments between the first minute and the end of a job of 48 h. */
  static final class OfMoments extends WholeNumber {
    OfMoments() {
      super(2, 2880);
    }
  }

  @Override
  public Integer convert(String text) {
    boolean tooLarge = text.matches("\\d{10,}");
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
      tooLarge = number > most;
    } catch (NumberFormatException _) {
      // Said below.
    }
    String expected = tooLarge ? "of %d to %d".formatted(least, most) : "of at least " + least;
    throw new TypeConversionException(
        "expected a whole number %s, found '%s'".formatted(expected, text));
  }
}
