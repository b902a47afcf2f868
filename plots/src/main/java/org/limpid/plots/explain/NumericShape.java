package org.limpid.plots.explain;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.limpid.interpret.explain.FeatureAxis.Numeric;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.explain.TermExplanation.Cell;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Layers.Bar;
import org.limpid.plots.chart.SideScale;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/**
 * The shape of a number: a step line with a band of one standard deviation, the density of the data
 * below it, and points for missing values beside both.
 */
final class NumericShape {
  private static final double BAND_FADE = 0.72;
  private static final double DENSITY_HEIGHT = 0.32;

  private final TermExplanation term;
  private final Numeric axis;
  private final ShapeLook look;
  private final NumericRange range;
  private final SideBins sides;
  private final SideScale xScale;

  NumericShape(TermExplanation term, Numeric axis, ShapeLook look) {
    this.term = term;
    this.axis = axis;
    this.look = look;
    range = NumericRange.of(axis);
    sides = SideBins.of(term);
    xScale = sides.behind(look.words().scale(axis.feature(), range), look.sideShare());
  }

  Drawing drawing() {
    Axis below = Axis.of(look.axisTitle(axis.feature()), xScale);
    Chart data = Chart.of(below, densityAxis(), this::density);
    return look.aboveData(term, below, this::shape, data, DENSITY_HEIGHT);
  }

  private List<Layer> shape(Theme theme) {
    List<Layer> layers = new ArrayList<>();
    int count = term.scoreNames().size();
    for (int k = 0; k < count; k++) {
      layers.add(band(k, theme.faded(style(k, theme).color(), BAND_FADE)));
    }
    layers.add(Layers.levelRule(0));
    for (int k = 0; k < count; k++) {
      layers.add(line(k, style(k, theme)));
      layers.addAll(sidePoints(k, style(k, theme)));
    }
    if (!sides.names().isEmpty()) {
      layers.add(Layers.uprightRule(range.high()));
    }
    return layers;
  }

  private SeriesStyle style(int score, Theme theme) {
    return theme.series(score).wider(1.2);
  }

  private Layer line(int score, SeriesStyle style) {
    double[] ys = scores(score, 0);
    return term.scoreNames().size() == 1
        ? Layers.steps("", style, edges(), ys)
        : Layers.markedSteps(look.legendName(term, score), style, edges(), ys);
  }

  private Layer band(int score, Color color) {
    return Layers.band(edges(), scores(score, -1), scores(score, 1), true, color);
  }

  /** The lower end of every bin, and the upper end of the last. */
  private double[] edges() {
    double[] edges = new double[axis.cuts().size() + 2];
    edges[0] = range.low();
    for (int i = 0; i < axis.cuts().size(); i++) {
      edges[i + 1] = Math.clamp(axis.cuts().get(i), range.low(), range.high());
    }
    edges[edges.length - 1] = range.high();
    return edges;
  }

  /** The score of every bin plus so many deviations, that of the last one twice. */
  private double[] scores(int score, int deviations) {
    double[] values = new double[axis.cuts().size() + 2];
    for (int i = 0; i < values.length; i++) {
      Cell cell = term.cells().get(Math.min(i + 1, axis.cuts().size() + 1));
      values[i] = cell.scores().get(score) + deviations * ScoreRange.deviation(cell, score);
    }
    return values;
  }

  private List<Layer> sidePoints(int score, SeriesStyle style) {
    int count = sides.bins().size();
    double[] places = new double[count];
    double[] lows = new double[count];
    double[] values = new double[count];
    double[] highs = new double[count];
    double apart = (score + 1.0) / (term.scoreNames().size() + 1) - 0.5;
    for (int i = 0; i < count; i++) {
      Cell cell = term.cells().get(sides.bins().get(i));
      places[i] = xScale.middle(i) + apart * (xScale.edge(1) - xScale.edge(0));
      values[i] = cell.scores().get(score);
      lows[i] = values[i] - ScoreRange.deviation(cell, score);
      highs[i] = values[i] + ScoreRange.deviation(cell, score);
    }
    return List.of(
        Layers.uprightErrors(places, lows, highs), Layers.points("", style, places, values));
  }

  private Axis densityAxis() {
    double largest = 0;
    for (double share : shares()) {
      largest = Math.max(largest, share);
    }
    for (int bin : sides.bins()) {
      largest = Math.max(largest, share(term.cells().get(bin)));
    }
    return look.dataAxis(largest > 0 ? 1.04 * largest : 1);
  }

  private double total() {
    return term.cells().stream().mapToDouble(Cell::weight).sum();
  }

  private double share(Cell cell) {
    return total() > 0 ? cell.weight() / total() : 0;
  }

  /** The share of the data between two edges of the histogram. */
  private double[] shares() {
    double missing = share(term.cells().getFirst());
    double weight = axis.densityWeights().stream().mapToDouble(Double::doubleValue).sum();
    return axis.densityWeights().stream()
        .mapToDouble(own -> weight > 0 ? own / weight * (1 - missing) : 0)
        .toArray();
  }

  private List<Layer> density(Theme theme) {
    SeriesStyle style = theme.series(0).in(theme.shade()).with(Hatch.NONE);
    List<Bar> bars = new ArrayList<>();
    double[] shares = shares();
    for (int i = 0; i < shares.length; i++) {
      double from = axis.densityEdges().get(i);
      double to = axis.densityEdges().get(i + 1);
      bars.add(
          shares.length == 1
              ? new Bar(range.low(), range.high(), 0, shares[i], style)
              : new Bar(from, to, 0, shares[i], style));
    }
    for (int i = 0; i < sides.bins().size(); i++) {
      double margin = 0.2 * (xScale.edge(1) - xScale.edge(0));
      double share = share(term.cells().get(sides.bins().get(i)));
      bars.add(new Bar(xScale.edge(i) + margin, xScale.edge(i + 1) - margin, 0, share, style));
    }
    return List.of(Layers.bars(bars));
  }
}
