package org.limpid.plots.chart;

import java.awt.geom.Path2D;

/** Draws intervals as lines with short ends. */
final class ErrorBars {
  private static final double HALF_END = 1.5;

  private final Plot plot;
  private final double half;

  ErrorBars(Plot plot) {
    this.plot = plot;
    half = HALF_END * plot.theme().lineWidth();
    plot.g().setColor(plot.theme().ink());
    plot.g().setStroke(plot.theme().hairlineStroke());
  }

  void upright(double x, double low, double high) {
    double at = plot.x(x);
    draw(at, plot.y(low), at, plot.y(high), half, 0);
  }

  void level(double y, double low, double high) {
    double at = plot.y(y);
    draw(plot.x(low), at, plot.x(high), at, 0, half);
  }

  private void draw(double x0, double y0, double x1, double y1, double dx, double dy) {
    if (Double.isNaN(x0 + y0 + x1 + y1)) {
      return;
    }
    Path2D bar = new Path2D.Double();
    segment(bar, x0, y0, x1, y1);
    segment(bar, x0 - dx, y0 - dy, x0 + dx, y0 + dy);
    segment(bar, x1 - dx, y1 - dy, x1 + dx, y1 + dy);
    plot.g().draw(bar);
  }

  private static void segment(Path2D path, double x0, double y0, double x1, double y1) {
    path.moveTo(x0, y0);
    path.lineTo(x1, y1);
  }
}
