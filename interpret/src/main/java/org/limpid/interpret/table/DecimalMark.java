package org.limpid.interpret.table;

import java.util.Locale;

/** The character between the whole part of a number and its fraction. */
public enum DecimalMark {
  /** {@code 1,234.5}: commas may stand between thousands. */
  POINT('.', ','),
  /** {@code 1.234,5}: points may stand between thousands. */
  COMMA(',', '.');

  private final char mark;
  private final char between;

  DecimalMark(char mark, char between) {
    this.mark = mark;
    this.between = between;
  }

  char mark() {
    return mark;
  }

  /** What stands between thousands, besides blanks and apostrophes, which go with either mark. */
  char between() {
    return between;
  }

  /** The name in files and on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
