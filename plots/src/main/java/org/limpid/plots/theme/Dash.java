package org.limpid.plots.theme;

/** Patterns of lines. */
public enum Dash {
  /** Without gaps. */
  SOLID,
  /** Long dashes. */
  LONG(5.5f, 1.8f),
  /** Short dashes. */
  SHORT(2.6f, 1.4f),
  /** A dash and a dot. */
  DASH_DOT(5, 1.5f, 1, 1.5f),
  /** A dash and two dots. */
  DASH_DOT_DOT(5, 1.4f, 1, 1.4f, 1, 1.4f),
  /** Dots. */
  DOTS(1, 1.5f);

  private final float[] lengths;

  Dash(float... lengths) {
    this.lengths = lengths;
  }

  /** Lengths of dashes and gaps for a line of some width; null for a line without gaps. */
  float[] scaled(double factor) {
    if (lengths.length == 0) {
      return null;
    }
    float[] scaled = lengths.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= (float) factor;
    }
    return scaled;
  }
}
