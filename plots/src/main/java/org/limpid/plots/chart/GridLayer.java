package org.limpid.plots.chart;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Cells in colours. Cells of equal size become one image, others rectangles. */
final class GridLayer implements Layer {
  /** By how much rectangles overlap, lest hair-thin gaps show between them; in points. */
  private static final double OVERLAP = 0.15;

  private static final double TOLERANCE = 1e-3;

  private final Grid grid;
  private final ColorKey key;

  GridLayer(Grid grid, ColorKey key) {
    this.grid = grid;
    this.key = key;
  }

  @Override
  public void paint(Plot plot) {
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
    plot.g().drawImage(image, placement, null);
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
