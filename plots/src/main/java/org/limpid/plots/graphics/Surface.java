package org.limpid.plots.graphics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * Something to paint on. All shapes are in points, x to the right and y downwards from the upper
 * left corner; what lies outside the clip is not painted.
 */
public interface Surface {
  /** What a part of a picture is, in a sentence or two; all parts of one thing have its key. */
  record Tooltip(String key, String words) {}

  /** Restricts what is painted from now on; null: no restriction. */
  void clip(Shape clip);

  void fill(Shape shape, Color color);

  void stroke(Shape shape, BasicStroke stroke, Color color);

  /**
   * Writes a line that the typeface can show; its baseline begins at the origin of the placement.
   */
  void text(String text, Font font, AffineTransform placement, Color color);

  /** Paints an image without smoothing, with its pixels as unit squares. */
  void image(BufferedImage image, AffineTransform placement);

  /** Says what is painted until {@link #endTooltip}; tooltips are not nested. */
  default void beginTooltip(Tooltip tooltip) {}

  /** Ends what {@link #beginTooltip} began. */
  default void endTooltip() {}
}
