package org.limpid.plots.chart;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.limpid.plots.chart.Layer.LegendEntry;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** The usual layers. Positions are values of the axes; those that are NaN are left out. */
public final class Layers {
  /** How far the ends of error bars reach to both sides, in widths of lines of series. */
  private static final double HALF_END = 1.5;

  private Layers() {}

  /** A line through points; without a label it is not in the legend. */
  public static Layer line(String label, SeriesStyle style, double[] xs, double[] ys) {
    return new LineLayer(label, style, xs, ys, false, false);
  }

  /** A line that is level from each point to the place of the next. */
  public static Layer steps(String label, SeriesStyle style, double[] xs, double[] ys) {
    return new LineLayer(label, style, xs, ys, true, false);
  }

  /** The same with markers. */
  public static Layer markedSteps(String label, SeriesStyle style, double[] xs, double[] ys) {
    return new LineLayer(label, style, xs, ys, true, true);
  }

  /** A rectangle in the units of the axes, whichever corner comes first. */
  public record Bar(double x0, double x1, double y0, double y1, SeriesStyle style) {}

  public static Layer bars(List<Bar> bars) {
    List<Bar> kept = List.copyOf(bars);
    return plot ->
        kept.forEach(bar ->
            Fills.fill(
                plot.g(),
                plot.rectangle(bar.x0(), bar.x1(), bar.y0(), bar.y1()),
                bar.style(),
                plot.theme()));
  }

  /** What the legend shows as a filled box; nothing is painted in the chart. */
  public static Layer boxInLegend(String label, SeriesStyle style) {
    return inLegend(new LegendEntry(label, style, LegendEntry.Kind.BOX));
  }

  /** An entry of the legend; nothing is painted in the chart. */
  public static Layer inLegend(LegendEntry entry) {
    return new Named(entry, _ -> {});
  }

  /** A layer that the legend tells of. */
  private record Named(LegendEntry entry, Layer layer) implements Layer {
    @Override
    public void paint(Plot plot) {
      layer.paint(plot);
    }

    @Override
    public List<LegendEntry> legend(Theme theme) {
      return List.of(entry);
    }
  }

  /**
   * The area between two lines, which perhaps are level from each point to the place of the next.
   */
  public static Layer band(double[] xs, double[] lows, double[] highs, boolean steps, Color color) {
    double[] places = xs.clone();
    double[] from = lows.clone();
    double[] to = highs.clone();
    return plot -> {
      Path2D path = new Path2D.Double();
      for (int i = 0; i < places.length; i++) {
        if (steps && i > 0) {
          path.lineTo(plot.x(places[i]), plot.y(to[i - 1]));
        }
        extend(path, plot.x(places[i]), plot.y(to[i]));
      }
      for (int i = places.length - 1; i >= 0; i--) {
        extend(path, plot.x(places[i]), plot.y(from[i]));
        if (steps && i > 0) {
          path.lineTo(plot.x(places[i]), plot.y(from[i - 1]));
        }
      }
      plot.g().setColor(color);
      plot.g().fill(path);
    };
  }

  private static void extend(Path2D path, double x, double y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }

  public static Layer points(String label, SeriesStyle style, double[] xs, double[] ys) {
    double[] places = xs.clone();
    double[] values = ys.clone();
    Layer points =
        plot -> {
          plot.g().setColor(style.color());
          for (int i = 0; i < places.length; i++) {
            if (!Double.isNaN(places[i]) && !Double.isNaN(values[i])) {
              double size = plot.theme().markerSize();
              plot.g().fill(style.marker().at(plot.x(places[i]), plot.y(values[i]), size));
            }
          }
        };
    return label.isEmpty()
        ? points
        : new Named(new LegendEntry(label, style, LegendEntry.Kind.POINT), points);
  }

  /**
   * The share of values, ascending, that are at most so large: marked steps from 0 at the start to
   * 1.
   */
  public static Layer cumulative(String label, SeriesStyle style, double[] sorted, double start) {
    double[] xs = new double[sorted.length + 1];
    double[] ys = new double[sorted.length + 1];
    xs[0] = start;
    for (int i = 0; i < sorted.length; i++) {
      xs[i + 1] = Math.max(start, sorted[i]);
      ys[i + 1] = (i + 1.0) / sorted.length;
    }
    return markedSteps(label, style, xs, ys);
  }

  /** Upright error bars from one value to another. */
  public static Layer uprightErrors(double[] xs, double[] lows, double[] highs) {
    return plot -> {
      double half = HALF_END * plot.theme().lineWidth();
      for (int i = 0; i < xs.length; i++) {
        double at = plot.x(xs[i]);
        errorBar(plot, at, plot.y(lows[i]), at, plot.y(highs[i]), half, 0);
      }
    };
  }

  /** Level error bars from one value to another. */
  public static Layer levelErrors(double[] ys, double[] lows, double[] highs) {
    return plot -> {
      double half = HALF_END * plot.theme().lineWidth();
      for (int i = 0; i < ys.length; i++) {
        double at = plot.y(ys[i]);
        errorBar(plot, plot.x(lows[i]), at, plot.x(highs[i]), at, 0, half);
      }
    };
  }

  /** A line with short ends, which reach so far to both sides. */
  private static void errorBar(
      Plot plot, double x0, double y0, double x1, double y1, double dx, double dy) {
    if (!Double.isNaN(x0 + y0 + x1 + y1)) {
      Path2D bar = new Path2D.Double();
      bar.append(new Line2D.Double(x0, y0, x1, y1), false);
      bar.append(new Line2D.Double(x0 - dx, y0 - dy, x0 + dx, y0 + dy), false);
      bar.append(new Line2D.Double(x1 - dx, y1 - dy, x1 + dx, y1 + dy), false);
      plot.g().setColor(plot.theme().ink());
      plot.g().setStroke(plot.theme().hairlineStroke());
      plot.g().draw(bar);
    }
  }

  /** A thin line across the chart at a value of the horizontal axis. */
  public static Layer uprightRule(double x) {
    return plot -> {
      hairline(plot);
      double at = plot.x(x);
      plot.g().draw(new Line2D.Double(at, plot.area().getY(), at, plot.area().getMaxY()));
    };
  }

  /** A thin line across the chart at a value of the vertical axis. */
  public static Layer levelRule(double y) {
    return plot -> {
      hairline(plot);
      double at = plot.y(y);
      plot.g().draw(new Line2D.Double(plot.area().getX(), at, plot.area().getMaxX(), at));
    };
  }

  private static void hairline(Plot plot) {
    plot.g().setColor(plot.theme().muted());
    plot.g().setStroke(plot.theme().hairlineStroke());
  }

  /** A short text, centred upright at a point, moved to the right by some points. */
  public static Layer text(String text, double x, double y, TextPainter.Align align, double moved) {
    return plot -> {
      plot.g().setColor(plot.theme().ink());
      plot.g().setFont(plot.theme().small());
      TextPainter.centred(plot.g(), text, plot.x(x) + moved, plot.y(y), align);
    };
  }
}
