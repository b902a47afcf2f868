package org.limpid.baselines.method;

/** How a nominal feature becomes numbers. In all of them {@code NaN} is a missing value. */
public enum Encoding {
  /** One number: the position of the category, or -1 for one that training did not see. */
  CODES,
  /** One number per category: 1 for that of the row, 0 for all others. */
  INDICATORS
}
