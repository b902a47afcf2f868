package org.limpid.plots.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import org.limpid.plots.chart.Layer.LegendEntry;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.theme.Theme;

/** A legend above a drawing, such as one that several charts have in common. */
public record LegendAbove(Function<Theme, List<LegendEntry>> entries, Drawing drawing)
    implements Drawing {
  @Override
  public void paint(Canvas g, Rectangle2D bounds, Theme theme) {
    LegendPainter legend = new LegendPainter(entries.apply(theme), bounds.getWidth(), theme);
    legend.paint(g, bounds.getX(), bounds.getY());
    double above = legend.height();
    Rectangle2D below =
        new Rectangle2D.Double(
            bounds.getX(),
            bounds.getY() + above,
            bounds.getWidth(),
            Math.max(1, bounds.getHeight() - above));
    drawing.paint(g, below, theme);
  }
}
