package org.limpid.plots.theme;

/** Patterns of lines. */
public enum Dash {
  SOLID,
  LONG(5.5f, 1.8f),
  SHORT(2.6f, 1.4f),
  DASH_DOT(5, 1.5f, 1, 1.5f),
  DASH_DOT_DOT(5, 1.4f, 1, 1.4f, 1, 1.4f),
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
