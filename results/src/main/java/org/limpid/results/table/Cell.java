package org.limpid.results.table;

import java.util.Objects;

/** What stands in one place of a table. */
public sealed interface Cell {
  /** How it is shown to people, as plain text. */
  String shown();

  /** Whether it is to be marked as the best of its column. */
  default boolean isBest() {
    return false;
  }

  /**
   * Words.
   *
   * @param text may be empty
   */
  record Text(String text) implements Cell {
    public Text {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String shown() {
      return text;
    }
  }

  /**
   * A number.
   *
   * @param value in the unit of the column; NaN: not known
   * @param decimals as shown
   * @param isBest whether it is the best of its column
   */
  record Amount(double value, int decimals, boolean isBest) implements Cell {
    /** What stands for numbers that are not known. */
    public static final String UNKNOWN = "–";

    public Amount {
      if (decimals < 0 || Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            "expected a finite number or NaN and decimals from 0, found %s and %d"
                .formatted(value, decimals));
      }
    }

    /** Whether there is a number. */
    public boolean isKnown() {
      return !Double.isNaN(value);
    }

    @Override
    public String shown() {
      return isKnown() ? Numbers.fixed(value, decimals) : UNKNOWN;
    }
  }

  /** Words. */
  static Cell of(String text) {
    return new Text(text);
  }

  /** A number with so many decimals. */
  static Cell of(double value, int decimals) {
    return new Amount(value, decimals, false);
  }

  /** A whole number. */
  static Cell of(long value) {
    return new Amount(value, 0, false);
  }
}
