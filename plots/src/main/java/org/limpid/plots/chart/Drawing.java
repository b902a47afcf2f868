package org.limpid.plots.chart;

import java.awt.geom.Rectangle2D;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.theme.Theme;

/** Something that can paint itself in a rectangle. Immutable, and the same each time. */
@FunctionalInterface
public interface Drawing {
  /**
   * Paints.
   *
   * @param g with points as its unit; its colour, font and stroke may be changed
   * @param bounds where, in points
   */
  void paint(Canvas g, Rectangle2D bounds, Theme theme);
}
