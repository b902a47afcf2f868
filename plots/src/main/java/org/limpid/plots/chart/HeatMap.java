package org.limpid.plots.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.limpid.plots.theme.Theme;

/**
 * Numbers in cells as colours, with a key to the right.
 *
 * @param heading a few words above it; empty: none
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param grid the numbers
 * @param key their colours
 * @param above what is painted over the cells
 */
public record HeatMap(String heading, Axis x, Axis y, Grid grid, ColorKey key, List<Layer> above)
    implements Drawing {
  public HeatMap {
    Objects.requireNonNull(heading, "heading");
    Objects.requireNonNull(grid, "grid");
    Objects.requireNonNull(key, "key");
    above = List.copyOf(above);
  }

  /** A heat map without more. */
  public static HeatMap of(Axis x, Axis y, Grid grid, ColorKey key) {
    return new HeatMap("", x.withoutGrid(), y.withoutGrid(), grid, key, List.of());
  }

  @Override
  public void paint(Graphics2D g, Rectangle2D bounds, Theme theme) {
    double gap = theme.smallSize();
    double keyWidth = key.width(theme, 0.7 * bounds.getHeight());
    Rectangle2D left =
        new Rectangle2D.Double(
            bounds.getX(), bounds.getY(), bounds.getWidth() - keyWidth - gap, bounds.getHeight());
    List<Layer> layers = new ArrayList<>(List.of(new GridLayer(grid, key)));
    layers.addAll(above);
    Chart chart = new Chart(heading, x, y, _ -> layers);
    Chart.Sides sides = chart.sides(left, theme);
    Rectangle2D area = chart.area(left, theme, sides);
    chart.paint(g, left, theme, sides);
    key.paint(
        g,
        new Rectangle2D.Double(
            bounds.getMaxX() - keyWidth, area.getY(), keyWidth, area.getHeight()),
        theme);
  }
}
