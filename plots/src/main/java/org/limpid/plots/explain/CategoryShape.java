package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.interpret.explain.FeatureAxis.Categories;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.explain.TermExplanation.Cell;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Layers.Bar;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/**
 * The shape of a nominal or ordinal feature: bars with error bars, and below them how many rows had
 * each category. Missing and unseen values follow the categories.
 */
final class CategoryShape {
  private static final double GROUP_WIDTH = 0.8;
  private static final double DENSITY_HEIGHT = 0.4;

  private final TermExplanation term;
  private final Categories axis;
  private final ShapeLook look;
  private final List<String> names;
  private final List<Cell> cells;

  CategoryShape(TermExplanation term, Categories axis, ShapeLook look) {
    this.term = term;
    this.axis = axis;
    this.look = look;
    SideBins sides = SideBins.of(term);
    List<Integer> bins =
        new ArrayList<>(IntStream.rangeClosed(1, axis.categories().size()).boxed().toList());
    bins.addAll(sides.bins());
    names = new ArrayList<>(axis.categories());
    names.addAll(sides.names());
    cells = bins.stream().map(term.cells()::get).toList();
  }

  Drawing drawing() {
    Axis below = Axis.of(look.axisTitle(axis.feature()), Scales.names(names));
    Chart data = Chart.of(below, dataAxis(), this::data);
    return look.aboveData(term, below, this::shape, data, DENSITY_HEIGHT);
  }

  private List<Layer> shape(Theme theme) {
    List<Layer> layers = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    int count = term.scoreNames().size();
    double width = GROUP_WIDTH / count;
    for (int k = 0; k < count; k++) {
      SeriesStyle style = theme.series(k);
      if (count > 1 && !look.small()) {
        layers.add(Layers.boxInLegend(look.legendName(term, k), style));
      }
      for (int i = 0; i < cells.size(); i++) {
        double left = i + (1 - GROUP_WIDTH) / 2 + k * width;
        SeriesStyle own = i < axis.categories().size() ? style : side(style, theme);
        bars.add(new Bar(left, left + width, 0, cells.get(i).scores().get(k), own));
      }
    }
    layers.add(Layers.bars(bars));
    layers.add(Layers.levelRule(0));
    IntStream.range(0, count).forEach(k -> layers.add(errors(k, width)));
    return layers;
  }

  /** Missing and unseen values stand back. */
  private static SeriesStyle side(SeriesStyle style, Theme theme) {
    return style.in(theme.faded(style.color(), 0.4)).with(Hatch.RISING);
  }

  private Layer errors(int score, double width) {
    double[] places = new double[cells.size()];
    double[] lows = new double[cells.size()];
    double[] highs = new double[cells.size()];
    for (int i = 0; i < places.length; i++) {
      double value = cells.get(i).scores().get(score);
      double deviation = ScoreRange.deviation(cells.get(i), score);
      places[i] = i + (1 - GROUP_WIDTH) / 2 + (score + 0.5) * width;
      lows[i] = deviation > 0 ? value - deviation : Double.NaN;
      highs[i] = value + deviation;
    }
    return Layers.uprightErrors(places, lows, highs);
  }

  private double total() {
    return term.cells().stream().mapToDouble(Cell::weight).sum();
  }

  private Axis dataAxis() {
    double largest = cells.stream().mapToDouble(Cell::weight).max().orElse(0);
    return look.dataAxis(largest > 0 ? 1.04 * largest / total() : 1);
  }

  private List<Layer> data(Theme theme) {
    SeriesStyle style = theme.series(0).in(theme.shade()).with(Hatch.NONE);
    double total = Math.max(total(), Double.MIN_NORMAL);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      double left = i + (1 - GROUP_WIDTH) / 2;
      bars.add(new Bar(left, left + GROUP_WIDTH, 0, cells.get(i).weight() / total, style));
    }
    return List.of(Layers.bars(bars));
  }
}
