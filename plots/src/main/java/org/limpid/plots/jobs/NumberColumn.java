package org.limpid.plots.jobs;

import java.util.function.IntToLongFunction;

/** Whole numbers as a short text: in base 36, with blanks between, nothing for 0. */
final class NumberColumn {
  private static final int BASE = 36;

  private NumberColumn() {}

  /** The text; empty if all numbers are 0. */
  static String of(int count, IntToLongFunction value) {
    StringBuilder text = new StringBuilder();
    boolean zeros = true;
    for (int i = 0; i < count; i++) {
      long number = value.applyAsLong(i);
      zeros &= number == 0;
      text.append(i == 0 ? "" : " ").append(number == 0 ? "" : Long.toString(number, BASE));
    }
    return zeros ? "" : text.toString();
  }
}
