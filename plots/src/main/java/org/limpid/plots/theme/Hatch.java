package org.limpid.plots.theme;

/** How areas are filled, so that they differ in grey print. */
public enum Hatch {
  NONE,
  RISING,
  FALLING,
  LEVEL,
  UPRIGHT,
  CROSSED
}
