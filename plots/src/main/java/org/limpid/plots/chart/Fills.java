package org.limpid.plots.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** Fills areas with colour and hatching. */
public final class Fills {
  private Fills() {}

  /**
   * Fills a rectangle in the colour of a style, with its hatching in the colour of the background.
   */
  public static void fill(Graphics2D g, Rectangle2D box, SeriesStyle style, Theme theme) {
    g.setColor(style.color());
    g.fill(box);
    if (style.hatch() != Hatch.NONE && box.getWidth() > 0 && box.getHeight() > 0) {
      Shape before = g.getClip();
      g.clip(box);
      g.setColor(theme.background());
      g.setStroke(new BasicStroke((float) (0.6 * theme.lineWidth())));
      g.draw(lines(box, style.hatch(), 3.2 * theme.lineWidth()));
      g.setClip(before);
    }
  }

  private static Path2D lines(Rectangle2D box, Hatch hatch, double distance) {
    Path2D path = new Path2D.Double();
    double height = box.getHeight();
    switch (hatch) {
      case NONE -> {}
      case LEVEL -> {
        for (double y = box.getMaxY() - distance; y > box.getY(); y -= distance) {
          segment(path, box.getX(), y, box.getMaxX(), y);
        }
      }
      case UPRIGHT -> {
        for (double x = box.getX() + distance / 2; x < box.getMaxX(); x += distance) {
          segment(path, x, box.getY(), x, box.getMaxY());
        }
      }
      case RISING -> slanted(path, box, distance * Math.sqrt(2), height);
      case FALLING -> slanted(path, box, distance * Math.sqrt(2), -height);
      case CROSSED -> {
        slanted(path, box, 2 * distance, height);
        slanted(path, box, 2 * distance, -height);
      }
    }
    return path;
  }

  /** Lines of 45 degrees; rise is the height of the box, negative for lines that fall. */
  private static void slanted(Path2D path, Rectangle2D box, double distance, double rise) {
    double height = Math.abs(rise);
    for (double x = box.getX() - height + distance / 2; x < box.getMaxX(); x += distance) {
      segment(
          path,
          x,
          rise > 0 ? box.getMaxY() : box.getY(),
          x + height,
          rise > 0 ? box.getY() : box.getMaxY());
    }
  }

  private static void segment(Path2D path, double x0, double y0, double x1, double y1) {
    path.moveTo(x0, y0);
    path.lineTo(x1, y1);
  }
}
