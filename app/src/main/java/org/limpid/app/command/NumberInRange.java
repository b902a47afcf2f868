package org.limpid.app.command;

import org.limpid.interpret.text.NumberText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a finite number that lies in a range, its ends included. */
final class NumberInRange implements ITypeConverter<Double> {
  private final double least;
  private final double most;
  private final String expected;

  private NumberInRange(double least, double most, String expected) {
    this.least = least;
    this.most = most;
    this.expected = expected;
  }

  @Override
  public Double convert(String text) {
    try {
      double number = NumberText.parse(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new TypeConversionException("expected %s, found '%s'".formatted(expected, text));
  }

  /** Reads numbers above 0 with commas between them. */
  static final class Positive extends CommaList.Parser<Double> {
    Positive() {
      super(new NumberInRange(Double.MIN_VALUE, Double.MAX_VALUE, "a number above 0"));
    }
  }

  /** Reads shares with commas between them. */
  static final class Shares extends CommaList.Parser<Double> {
    Shares() {
      super(new NumberInRange(0, 1, "a share from 0 to 1"));
    }
  }

  /** Reads times with commas between them. */
  static final class Times extends CommaList.Parser<Double> {
    Times() {
      super(new NumberInRange(0, Double.MAX_VALUE, "a time of 0 or more"));
    }
  }

  /** Reads one number above 0. */
  static final class AboveZero extends One {
    AboveZero() {
      super(new NumberInRange(Double.MIN_VALUE, Double.MAX_VALUE, "a number above 0"));
    }
  }

  /** Reads one number of 1 or more. */
  static final class FromOne extends One {
    FromOne() {
      super(new NumberInRange(1, Double.MAX_VALUE, "a number of 1 or more"));
    }
  }

  /** Reads a factor that makes nothing larger. */
  static final class Factor extends One {
    Factor() {
      super(new NumberInRange(Double.MIN_VALUE, 1, "a number above 0 and at most 1"));
    }
  }

  /** A range as a class of its own, as the parser asks for one. */
  private abstract static class One implements ITypeConverter<Double> {
    private final NumberInRange range;

    One(NumberInRange range) {
      this.range = range;
    }

    @Override
    public Double convert(String text) {
      return range.convert(text);
    }
  }
}
