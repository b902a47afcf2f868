package org.limpid.plots.chart;

import java.util.Objects;
import org.limpid.plots.theme.SeriesStyle;

/**
 * A rectangle in the units of the axes.
 *
 * @param x0 one side
 * @param x1 the other side
 * @param y0 lower or upper end
 * @param y1 the other end
 * @param style its look
 */
public record Bar(double x0, double x1, double y0, double y1, SeriesStyle style) {
  public Bar {
    Objects.requireNonNull(style, "style");
  }
}
