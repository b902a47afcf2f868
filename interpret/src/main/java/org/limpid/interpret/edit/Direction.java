package org.limpid.interpret.edit;

/** Which way a monotone term goes. */
public enum Direction {
  /** Scores never fall from a bin to the next. */
  INCREASING,
  /** Scores never rise from a bin to the next. */
  DECREASING,
  /**
   * Decreasing where the weighted correlation of the scores with the number of their bin is
   * negative, else increasing.
   */
  AUTO
}
