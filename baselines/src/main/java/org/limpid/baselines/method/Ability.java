package org.limpid.baselines.method;

/** What a method can learn from. */
public enum Ability {
  /** Numbers to be predicted. */
  REGRESSION,
  /** Two or more classes to be predicted. */
  CLASSIFICATION,
  /** Gaps in the columns. */
  MISSING_VALUES,
  /** Rows that count differently. */
  WEIGHTS
}
