package org.limpid.interpret.table;

import java.util.Locale;

/**
 * In which order the parts of a date stand. A year of four digits may come first in all of them.
 */
public enum DateOrder {
  /** {@code 2026-11-28}. */
  YEAR_FIRST,
  /** {@code 28.11.2026} or {@code 28/11/2026}. */
  DAY_FIRST,
  /** {@code 11/28/2026}. */
  MONTH_FIRST;

  /** The name in files and on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
