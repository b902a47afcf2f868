package org.limpid.plots.chart;

import java.awt.geom.Path2D;
import java.util.List;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** A line through points, straight or in steps, perhaps with a marker now and then. */
record LineLayer(
    String label, SeriesStyle style, double[] xs, double[] ys, boolean steps, boolean marked)
    implements Layer {
  private static final double COLUMNS_PER_POINT = 1;
  private static final double MARKER_DISTANCE = 42;

  LineLayer {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException(
          "expected as many places as values, found %d and %d".formatted(xs.length, ys.length));
    }
    xs = xs.clone();
    ys = ys.clone();
  }

  @Override
  public List<LegendEntry> legend(Theme theme) {
    LegendEntry.Kind kind = marked ? LegendEntry.Kind.MARKED_LINE : LegendEntry.Kind.LINE;
    return label.isEmpty() ? List.of() : List.of(new LegendEntry(label, style, kind));
  }

  @Override
  public void paint(Plot plot) {
    int columns = (int) Math.ceil(plot.area().getWidth() * COLUMNS_PER_POINT);
    MinMaxThinning.Series shown = MinMaxThinning.of(xs, ys, columns, plot.x());
    plot.g().setColor(style.color());
    plot.g().setStroke(style.stroke());
    plot.g().draw(path(plot, shown));
    if (marked) {
      markers(plot, shown);
    }
  }

  private Path2D path(Plot plot, MinMaxThinning.Series shown) {
    Path2D path = new Path2D.Double();
    boolean begun = false;
    double lastY = 0;
    for (int i = 0; i < shown.xs().length; i++) {
      double x = plot.x(shown.xs()[i]);
      double y = plot.y(shown.ys()[i]);
      if (Double.isNaN(x) || Double.isNaN(y)) {
        begun = false;
        continue;
      }
      if (!begun) {
        path.moveTo(x, y);
      } else {
        if (steps) {
          path.lineTo(x, lastY);
        }
        path.lineTo(x, y);
      }
      begun = true;
      lastY = y;
    }
    return path;
  }

  /** Markers stand at equal distances, those of each shape at other places. */
  private void markers(Plot plot, MinMaxThinning.Series shown) {
    double distance = MARKER_DISTANCE * plot.theme().lineWidth();
    double next = plot.area().getX() + distance * (0.4 + 0.2 * style.marker().ordinal());
    for (int i = 0; i < shown.xs().length; i++) {
      double x = plot.x(shown.xs()[i]);
      double y = plot.y(shown.ys()[i]);
      if (x >= next && !Double.isNaN(y)) {
        plot.g().fill(style.marker().at(x, y, plot.theme().markerSize()));
        next += distance * Math.ceil((x - next + 1e-9) / distance);
      }
    }
  }
}
