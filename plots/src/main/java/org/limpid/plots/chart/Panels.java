package org.limpid.plots.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.theme.Theme;

/**
 * Charts above each other, whose plot areas begin and end at the same places, such as a shape above
 * the density of its data.
 *
 * @param charts from top to bottom
 * @param shares of the height, as many; they need not add up to 1
 */
public record Panels(List<Chart> charts, List<Double> shares) implements Drawing {
  private static final double GAP = 0.6;

  public Panels {
    charts = List.copyOf(charts);
    shares = List.copyOf(shares);
    if (charts.isEmpty() || charts.size() != shares.size()) {
      throw new IllegalArgumentException(
          "expected a share for each of at least one chart, found %d for %d"
              .formatted(shares.size(), charts.size()));
    }
  }

  @Override
  public void paint(Canvas g, Rectangle2D bounds, Theme theme) {
    double gap = GAP * theme.textSize();
    double height = bounds.getHeight() - gap * (charts.size() - 1);
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    Chart.Sides sides = new Chart.Sides(0, 0);
    for (Chart chart : charts) {
      sides = sides.orWider(chart.sides(bounds, theme));
    }
    double top = bounds.getY();
    for (int i = 0; i < charts.size(); i++) {
      double share = shares.get(i) / sum * height;
      Rectangle2D own = new Rectangle2D.Double(bounds.getX(), top, bounds.getWidth(), share);
      charts.get(i).paint(g, own, theme, sides);
      top += share + gap;
    }
  }
}
