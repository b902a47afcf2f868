package org.limpid.plots.chart;

import java.awt.geom.Rectangle2D;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.theme.Theme;

/** Something that can paint itself in a rectangle. Immutable, and the same each time. */
@FunctionalInterface
public interface Drawing {
  /** Paints in a rectangle, in points; colour, font and stroke of the canvas may be changed. */
  void paint(Canvas g, Rectangle2D bounds, Theme theme);
}
