package org.limpid.plots.theme;

/** How areas are filled, so that they differ in grey print. */
public enum Hatch {
  /** The colour alone. */
  NONE,
  /** Lines that rise to the right. */
  RISING,
  /** Lines that fall to the right. */
  FALLING,
  /** Level lines. */
  LEVEL,
  /** Upright lines. */
  UPRIGHT,
  /** Rising and falling lines. */
  CROSSED
}
