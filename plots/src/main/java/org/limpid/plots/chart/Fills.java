package org.limpid.plots.chart;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** Fills areas with colour and hatching. */
public final class Fills {
  /** In widths of lines of series. */
  private static final double LINE_DISTANCE = 3.2;

  private static final double LINE_WIDTH = 0.6;

  private Fills() {}

  /** Fills a rectangle, with its hatching in the colour of the background. */
  public static void fill(Canvas g, Rectangle2D box, SeriesStyle style, Theme theme) {
    g.setColor(style.color());
    g.fill(box);
    double distance = LINE_DISTANCE * theme.lineWidth();
    if (style.hatch() != Hatch.NONE && box.getWidth() > 0 && box.getHeight() > distance / 2) {
      g.setColor(theme.background());
      g.setStroke(
          new BasicStroke(
              (float) (LINE_WIDTH * theme.lineWidth()),
              BasicStroke.CAP_BUTT,
              BasicStroke.JOIN_MITER));
      g.draw(lines(box, style.hatch(), distance));
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

  /**
   * Lines of 45 degrees, as much of each as is in the box; rise is its height, negative for lines
   * that fall.
   */
  private static void slanted(Path2D path, Rectangle2D box, double distance, double rise) {
    double height = Math.abs(rise);
    for (double x = box.getX() - height + distance / 2; x < box.getMaxX(); x += distance) {
      double from = Math.max(x, box.getX());
      double to = Math.min(x + height, box.getMaxX());
      double start = rise > 0 ? box.getMaxY() - (from - x) : box.getY() + (from - x);
      double end = rise > 0 ? box.getMaxY() - (to - x) : box.getY() + (to - x);
      segment(path, from, start, to, end);
    }
  }

  private static void segment(Path2D path, double x0, double y0, double x1, double y1) {
    path.moveTo(x0, y0);
    path.lineTo(x1, y1);
  }
}
