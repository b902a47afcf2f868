package org.limpid.plots.explain;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.ColorKey;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Grid;
import org.limpid.plots.chart.HeatMap;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Plot;
import org.limpid.plots.chart.Tiles;

/**
 * The shape of a pair: scores as colours, the first feature to the right, the second one upwards,
 * missing and unseen values at the ends, negative scores striped. With several scores there is a
 * map for each.
 */
final class PairShape {
  /** More cells than that become a picture of even cells, which is smaller. */
  private static final int MOST_CELLS = 400;

  private static final int SAMPLES = 160;

  /** From which share of the largest score on negative ones are striped. */
  private static final double STRIPED = 0.1;

  /** In widths of lines of series. */
  private static final double STRIPE_DISTANCE = 3.2;

  private final TermExplanation term;
  private final ShapeLook look;
  private final PairAxis x;
  private final PairAxis y;

  PairShape(TermExplanation term, ShapeLook look) {
    this.term = term;
    this.look = look;
    x = PairAxis.of(term, 0, look);
    y = PairAxis.of(term, 1, look);
  }

  Drawing drawing() {
    List<Drawing> maps = new ArrayList<>();
    for (int k = 0; k < term.scoreNames().size(); k++) {
      maps.add(map(k));
    }
    return maps.size() == 1 ? maps.getFirst() : new Tiles(maps, maps.size(), "");
  }

  private Drawing map(int score) {
    String heading =
        term.scoreNames().size() == 1
            ? look.heading(term)
            : look.scoreName(term.scoreNames().get(score));
    String xTitle = title(0);
    String yTitle = title(1);
    return new HeatMap(
        heading,
        Axis.of(xTitle, x.scale()).withoutGrid(),
        Axis.of(yTitle, y.scale()).withoutGrid(),
        grid(score),
        new ColorKey(look.scoreTitle(), look.rangeOf(term).symmetric(look.scores()), true),
        above(score));
  }

  private String title(int position) {
    String feature = term.axes().get(position).feature();
    return look.small() ? look.words().name(feature) : look.words().title(feature);
  }

  /** Stripes, and lines between numbers and the values that are missing or were not seen. */
  private List<Layer> above(int score) {
    List<Layer> rules = new ArrayList<>();
    double least = -STRIPED * look.rangeOf(term).symmetric(look.scores()).high();
    rules.add(plot -> stripes(plot, score, least));
    x.end().ifPresent(end -> rules.add(Layers.uprightRule(end)));
    y.end().ifPresent(end -> rules.add(Layers.levelRule(end)));
    return rules;
  }

  /**
   * Level lines over scores that are clearly below 0, which look like those above in grey print.
   */
  private void stripes(Plot plot, int score, double least) {
    double distance = STRIPE_DISTANCE * plot.theme().lineWidth();
    int count = (int) (plot.area().getHeight() / distance);
    Path2D lines = new Path2D.Double();
    for (int i = 1; i <= count; i++) {
      int yBin = y.binAt(y.valueAt((i - 0.5) / count));
      double at = plot.area().getMaxY() - (i - 0.5) / count * plot.area().getHeight();
      for (int column = 0; column < x.bins().length; column++) {
        if (score(x.bins()[column], yBin, score) < least) {
          lines.moveTo(plot.x(x.edges()[column]), at);
          lines.lineTo(plot.x(x.edges()[column + 1]), at);
        }
      }
    }
    plot.g().setColor(plot.theme().background());
    plot.g().setStroke(plot.theme().hairlineStroke());
    plot.g().draw(lines);
  }

  private Grid grid(int score) {
    double[] xEdges = x.edges();
    double[] yEdges = y.edges();
    boolean large = (xEdges.length - 1) * (yEdges.length - 1) > MOST_CELLS;
    double[] columns = large ? even(x) : xEdges;
    double[] rows = large ? even(y) : yEdges;
    double[][] values = new double[rows.length - 1][columns.length - 1];
    for (int row = 0; row < values.length; row++) {
      int yBin = y.binAt((rows[row] + rows[row + 1]) / 2);
      for (int column = 0; column < values[row].length; column++) {
        int xBin = x.binAt((columns[column] + columns[column + 1]) / 2);
        values[row][column] = score(xBin, yBin, score);
      }
    }
    return new Grid(columns, rows, values);
  }

  private double score(int xBin, int yBin, int score) {
    int yCount = term.axes().get(1).labels().size();
    return xBin < 0 || yBin < 0
        ? Double.NaN
        : term.cells().get(xBin * yCount + yBin).scores().get(score);
  }

  /** Edges of cells of equal length in print. */
  private static double[] even(PairAxis axis) {
    double[] edges = new double[SAMPLES + 1];
    Arrays.setAll(edges, i -> axis.valueAt((double) i / SAMPLES));
    return edges;
  }
}
