package org.limpid.plots.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.limpid.plots.chart.Layer.LegendEntry;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.theme.Theme;

/**
 * Layers between two axes, with a legend above.
 *
 * @param heading a few words above it, in bold; empty: none
 * @param layers what is painted, from below to above, in the colours of a theme
 */
public record Chart(String heading, Axis x, Axis y, Function<Theme, List<Layer>> layers)
    implements Drawing {
  public static Chart of(Axis x, Axis y, Function<Theme, List<Layer>> layers) {
    return new Chart("", x, y, layers);
  }

  public Chart headed(String words) {
    return new Chart(words, x, y, layers);
  }

  /** Room to the left and right of the plot area, in points. */
  record Sides(double left, double right) {
    Sides orWider(Sides other) {
      return new Sides(Math.max(left, other.left), Math.max(right, other.right));
    }
  }

  Sides sides(Rectangle2D bounds, Theme theme) {
    AxisPainter axes = new AxisPainter(theme);
    double left = axes.widthBeside(y, 0.75 * bounds.getHeight(), bounds.getWidth());
    double most = bounds.getWidth() - left;
    double right = Math.max(axes.overhang(x, most) + 0.5, 0.4 * theme.smallSize());
    return new Sides(left, right);
  }

  @Override
  public void paint(Canvas g, Rectangle2D bounds, Theme theme) {
    paint(g, bounds, theme, sides(bounds, theme));
  }

  void paint(Canvas g, Rectangle2D bounds, Theme theme, Sides sides) {
    List<Layer> painted = layers.apply(theme);
    LegendPainter legend = legend(painted, bounds, theme);
    Rectangle2D area = area(bounds, theme, sides, legend);
    AxisPainter axes = new AxisPainter(theme);
    head(g, bounds, theme, legend);
    axes.grid(g, area, x, y);
    paintLayers(new Plot(g, area, x.scale(), y.scale(), theme), painted);
    axes.paintBelow(g, area, x, bounds);
    axes.paintBeside(g, area, y, withoutHead(bounds, area, theme));
  }

  private static Rectangle2D withoutHead(Rectangle2D bounds, Rectangle2D area, Theme theme) {
    double top = area.getY() - 0.4 * theme.smallSize();
    return new Rectangle2D.Double(bounds.getX(), top, bounds.getWidth(), bounds.getMaxY() - top);
  }

  Rectangle2D area(Rectangle2D bounds, Theme theme, Sides sides) {
    return area(bounds, theme, sides, legend(layers.apply(theme), bounds, theme));
  }

  private static LegendPainter legend(List<Layer> layers, Rectangle2D bounds, Theme theme) {
    return new LegendPainter(entries(layers, theme), bounds.getWidth(), theme);
  }

  private Rectangle2D area(Rectangle2D bounds, Theme theme, Sides sides, LegendPainter legend) {
    double above = headingHeight(theme) + legend.height() + 0.5 * theme.smallSize();
    double width = bounds.getWidth() - sides.left - sides.right;
    double below = new AxisPainter(theme).heightBelow(x, width, bounds.getHeight());
    return new Rectangle2D.Double(
        bounds.getX() + sides.left,
        bounds.getY() + above,
        Math.max(1, width),
        Math.max(1, bounds.getHeight() - above - below));
  }

  private double headingHeight(Theme theme) {
    return heading.isEmpty() ? 0 : TextPainter.lineHeight(theme.heading());
  }

  private void head(Canvas g, Rectangle2D bounds, Theme theme, LegendPainter legend) {
    if (!heading.isEmpty()) {
      g.setColor(theme.ink());
      g.setFont(theme.heading());
      String shown = TextPainter.shortened(heading, theme.heading(), bounds.getWidth());
      double baseline = bounds.getY() + theme.textSize();
      TextPainter.onBaseline(g, shown, bounds.getX(), baseline, TextPainter.Align.START);
    }
    legend.paint(g, bounds.getX(), bounds.getY() + headingHeight(theme));
  }

  private static void paintLayers(Plot plot, List<Layer> layers) {
    plot.g().clipped(withRoomForStrokes(plot), () -> layers.forEach(layer -> layer.paint(plot)));
  }

  /** Lines and points at an end of an axis are seen in full. */
  private static Rectangle2D withRoomForStrokes(Plot plot) {
    double room = plot.theme().markerSize() / 2 + plot.theme().lineWidth();
    Rectangle2D area = plot.area();
    return new Rectangle2D.Double(
        area.getX() - room,
        area.getY() - room,
        area.getWidth() + 2 * room,
        area.getHeight() + 2 * room);
  }

  private static List<LegendEntry> entries(List<Layer> layers, Theme theme) {
    Set<LegendEntry> entries = new LinkedHashSet<>();
    layers.forEach(layer -> entries.addAll(layer.legend(theme)));
    return new ArrayList<>(entries);
  }
}
