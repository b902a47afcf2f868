package org.limpid.plots.chart;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.theme.Theme;

/**
 * Numbers in cells as colours, with a key to the right.
 *
 * @param heading a few words above it; empty: none
 * @param above what is painted over the cells
 */
public record HeatMap(String heading, Axis x, Axis y, Grid grid, ColorKey key, List<Layer> above)
    implements Drawing {
  /** By how much rectangles overlap, lest hair-thin gaps show between them; in points. */
  private static final double OVERLAP = 0.15;

  private static final double TOLERANCE = 1e-3;

  public HeatMap {
    above = List.copyOf(above);
  }

  @Override
  public void paint(Canvas g, Rectangle2D bounds, Theme theme) {
    double gap = theme.smallSize();
    double keyWidth = key.width(theme, 0.7 * bounds.getHeight());
    Rectangle2D left =
        new Rectangle2D.Double(
            bounds.getX(), bounds.getY(), bounds.getWidth() - keyWidth - gap, bounds.getHeight());
    List<Layer> layers = new ArrayList<>(List.of(this::paintCells));
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

  /** Cells of equal size become one image, others rectangles. */
  private void paintCells(Plot plot) {
    double[] xs = new double[grid.xEdges().length];
    double[] ys = new double[grid.yEdges().length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = plot.x(grid.xEdges()[i]);
    }
    for (int i = 0; i < ys.length; i++) {
      ys[i] = plot.y(grid.yEdges()[i]);
    }
    if (xs.length < 2 || ys.length < 2) {
      return;
    }
    if (isEven(xs) && isEven(ys)) {
      image(plot, xs, ys);
    } else {
      rectangles(plot, xs, ys);
    }
  }

  private static boolean isEven(double[] edges) {
    double step = (edges[edges.length - 1] - edges[0]) / (edges.length - 1);
    for (int i = 0; i < edges.length; i++) {
      if (Math.abs(edges[i] - edges[0] - i * step) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  private void image(Plot plot, double[] xs, double[] ys) {
    int width = xs.length - 1;
    int height = ys.length - 1;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    double[][] values = grid.values();
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double value = values[row][column];
        if (!Double.isNaN(value)) {
          image.setRGB(column, height - 1 - row, key.color(value, plot.theme()).getRGB());
        }
      }
    }
    AffineTransform placement = AffineTransform.getTranslateInstance(xs[0], ys[height]);
    placement.scale((xs[width] - xs[0]) / width, (ys[0] - ys[height]) / height);
    plot.g().image(image, placement);
  }

  private void rectangles(Plot plot, double[] xs, double[] ys) {
    double[][] values = grid.values();
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < values[row].length; column++) {
        double value = values[row][column];
        if (!Double.isNaN(value)) {
          Color color = key.color(value, plot.theme());
          Rectangle2D cell = new Rectangle2D.Double();
          cell.setFrameFromDiagonal(
              xs[column], ys[row] + OVERLAP, xs[column + 1] + OVERLAP, ys[row + 1]);
          plot.g().setColor(color);
          plot.g().fill(cell);
        }
      }
    }
  }
}
