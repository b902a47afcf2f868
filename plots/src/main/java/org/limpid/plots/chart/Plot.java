package org.limpid.plots.chart;

import java.awt.geom.Rectangle2D;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.theme.Theme;

/** The rectangle between the axes, in points, for a layer to paint on. */
public record Plot(Canvas g, Rectangle2D area, Scale x, Scale y, Theme theme) {
  /** The horizontal position of a value, in points. */
  public double x(double value) {
    return area.getX() + x.fraction(value) * area.getWidth();
  }

  /** The vertical position of a value, in points. */
  public double y(double value) {
    return area.getMaxY() - y.fraction(value) * area.getHeight();
  }

  /** The rectangle between two values of each axis. */
  public Rectangle2D rectangle(double x0, double x1, double y0, double y1) {
    Rectangle2D rectangle = new Rectangle2D.Double();
    rectangle.setFrameFromDiagonal(x(x0), y(y0), x(x1), y(y1));
    return rectangle;
  }
}
