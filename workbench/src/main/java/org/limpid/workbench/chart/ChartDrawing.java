package org.limpid.workbench.chart;

import java.awt.geom.Rectangle2D;
import java.util.function.Function;
import org.knowm.xchart.internal.chartpart.Chart;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.theme.Theme;

/**
 * A chart of XChart as a drawing of our figures, which write it in all of their formats.
 *
 * @param chart makes it in a look
 */
record ChartDrawing(Function<ChartLook, Chart<?, ?>> chart) implements Drawing {
  @Override
  public void paint(Canvas g, Rectangle2D bounds, Theme theme) {
    Chart<?, ?> made = chart.apply(new ChartLook(theme));
    made.getStyler().setChartTitleVisible(false);
    paint(made, g, bounds);
  }

  /** Paints a chart into a rectangle in points, a point for a pixel. */
  static void paint(Chart<?, ?> chart, Canvas g, Rectangle2D bounds) {
    Pen pen = new Pen(g, OutlinedTexts.of(chart.getStyler().getLegendFont()));
    CanvasGraphics graphics = new CanvasGraphics(pen);
    graphics.translate(bounds.getX(), bounds.getY());
    chart.paint(graphics, (int) bounds.getWidth(), (int) bounds.getHeight());
    pen.finish();
    graphics.dispose();
  }
}
