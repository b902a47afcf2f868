package org.limpid.plots.theme;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Shapes of points. */
public enum Marker {
  CIRCLE,
  SQUARE,
  TRIANGLE,
  DIAMOND,
  /** A triangle that points downwards. */
  WEDGE;

  private static final double WIDER = 1.2;

  /** The shape around a point; all shapes of one size look equally large. */
  public Shape at(double x, double y, double size) {
    double half = size / 2;
    return switch (this) {
      case CIRCLE -> new Ellipse2D.Double(x - half, y - half, size, size);
      case SQUARE -> new Rectangle2D.Double(x - 0.9 * half, y - 0.9 * half, 0.9 * size, 0.9 * size);
      case TRIANGLE -> polygon(x, y, WIDER * half, 0, -1, 1, 0.8, -1, 0.8);
      case DIAMOND -> polygon(x, y, WIDER * half, 0, -1, 1, 0, 0, 1, -1, 0);
      case WEDGE -> polygon(x, y, WIDER * half, 0, 1, 1, -0.8, -1, -0.8);
    };
  }

  private static Shape polygon(double x, double y, double half, double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(x + half * corners[0], y + half * corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(x + half * corners[i], y + half * corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
