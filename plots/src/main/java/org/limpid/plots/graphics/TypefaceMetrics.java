package org.limpid.plots.graphics;

import java.awt.Font;
import java.awt.FontMetrics;
import org.limpid.plots.font.Typeface;

/** The metrics of the typeface of figures, which need no font of the machine. */
final class TypefaceMetrics extends FontMetrics {
  private static final long serialVersionUID = 1L;

  TypefaceMetrics(Font font) {
    super(font);
  }

  @Override
  public int getAscent() {
    return (int) Math.ceil(font.getSize2D());
  }

  @Override
  public int getDescent() {
    return (int) Math.ceil(Typeface.of(font).descent(font.getSize2D()));
  }

  @Override
  public int stringWidth(String text) {
    return (int) Math.ceil(Typeface.of(font).width(text, font.getSize2D()));
  }

  @Override
  public int charWidth(char c) {
    return stringWidth(String.valueOf(c));
  }

  @Override
  public int charsWidth(char[] text, int from, int count) {
    return stringWidth(new String(text, from, count));
  }
}
