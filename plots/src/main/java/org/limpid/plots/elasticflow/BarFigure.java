package org.limpid.plots.elasticflow;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.limpid.experiment.elasticflow.BarChart;
import org.limpid.experiment.elasticflow.BarChart.Measure;
import org.limpid.experiment.elasticflow.BarChart.Series;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layer.LegendEntry;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Layers.Bar;
import org.limpid.plots.chart.Plot;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.theme.Dash;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.Marker;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.Numbers;

/**
 * Grouped bars, and across each bar a line at the published height. Where only that is known, the
 * bar is pale and ends at the line.
 */
final class BarFigure {
  private static final double GROUP_WIDTH = 0.86;
  private static final double BAR_WIDTH = 0.88;
  private static final double HEIGHT = 66;
  private static final double HIGHEST_SHARE = 1.03;

  /** Between a bar and the number above it, as a share of the axis. */
  private static final double ABOVE = 0.045;

  private final BarChart data;

  private BarFigure(BarChart data) {
    this.data = data;
  }

  static Figure of(BarChart data) {
    return new BarFigure(data).figure();
  }

  private Figure figure() {
    Chart chart =
        Chart.of(
            Axis.of(data.groupTitle(), Scales.names(isOneGroup() ? names() : data.groups())),
            Axis.of(data.measure().words(), scale()),
            this::layers);
    return new Figure(
        data.name(), data.title(), caption(), alternative(), Size.page(HEIGHT), chart);
  }

  /** Where there is but one group, each bar has its name below and its height above. */
  private boolean isOneGroup() {
    return data.groups().size() == 1;
  }

  private List<String> names() {
    return data.series().stream().map(each -> each.policy().words()).toList();
  }

  private Scale scale() {
    return switch (data.measure()) {
      case DEADLINES_KEPT -> Scales.percent(0, HIGHEST_SHARE);
      case SHORTER_THAN_GANDIVA -> Scales.fromZero(highest());
    };
  }

  private double highest() {
    return data.series().stream()
        .flatMapToDouble(each ->
            Arrays.stream(new double[][] {each.ours(), each.published()})
                .flatMapToDouble(Arrays::stream))
        .filter(Double::isFinite)
        .max()
        .orElse(1);
  }

  private List<Layer> layers(Theme theme) {
    List<Layer> layers = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (int s = 0; s < data.series().size(); s++) {
      Series series = data.series().get(s);
      if (!isOneGroup()) {
        layers.add(Layers.boxInLegend(label(series), style(series, theme)));
      }
      double[] heights = series.hasOurs() ? series.ours() : series.published();
      for (int group = 0; group < heights.length; group++) {
        Bar bar = bar(s, group, finite(heights[group]), style(series, theme));
        bars.add(bar);
        marks.add(new Mark(bar.x0(), bar.x1(), series.published()[group]));
        if (isOneGroup()) {
          layers.add(height(bar, heights[group], series.published()[group]));
        }
      }
    }
    layers.add(Layers.bars(bars));
    if (data.series().stream().anyMatch(Series::hasPublished)) {
      SeriesStyle line = theme.style(Hue.BLACK, Dash.SOLID, Marker.CIRCLE, Hatch.NONE).wider(1.4);
      layers.add(Layers.inLegend(new LegendEntry(published(), line, LegendEntry.Kind.LINE)));
      layers.add(plot -> marks.forEach(mark -> mark.paint(plot)));
    }
    return layers;
  }

  private Bar bar(int place, int group, double height, SeriesStyle style) {
    double width = isOneGroup() ? 1 : GROUP_WIDTH / data.series().size();
    double left = isOneGroup() ? place : group + (1 - GROUP_WIDTH) / 2 + place * width;
    double gap = isOneGroup() ? (1 - BAR_WIDTH) / 2 * width : 0;
    return new Bar(left + gap, left + gap + BAR_WIDTH * width, 0, height, style);
  }

  private Layer height(Bar bar, double ours, double published) {
    double top = Math.max(finite(ours), finite(published)) + ABOVE * scale().high();
    return Layers.text(number(ours), (bar.x0() + bar.x1()) / 2, top, TextPainter.Align.MIDDLE, 0);
  }

  private String published() {
    boolean anyAlone = data.series().stream().anyMatch(each -> !each.hasOurs());
    return isOneGroup() && anyAlone ? "published (pale: published only)" : "published";
  }

  private static double finite(double height) {
    return Double.isFinite(height) ? height : 0;
  }

  private static SeriesStyle style(Series series, Theme theme) {
    return series.hasOurs()
        ? PolicyLook.of(series.policy(), theme)
        : PolicyLook.published(series.policy(), theme);
  }

  private static String label(Series series) {
    return series.policy().words() + (series.hasOurs() ? "" : " (published only)");
  }

  /** A line across a bar, with a rim that tells it from the bar. */
  private record Mark(double left, double right, double height) {
    private static final double WIDTH = 1.4;
    private static final double RIM = 3;

    void paint(Plot plot) {
      if (Double.isFinite(height)) {
        stroke(plot, RIM, plot.theme().background());
        stroke(plot, WIDTH, plot.theme().ink());
      }
    }

    private void stroke(Plot plot, double width, java.awt.Color color) {
      plot.g().setColor(color);
      plot.g()
          .setStroke(
              new BasicStroke(
                  (float) (width * plot.theme().lineWidth()),
                  BasicStroke.CAP_BUTT,
                  BasicStroke.JOIN_MITER));
      double y = plot.y(height);
      plot.g().draw(new Line2D.Double(plot.x(left), y, plot.x(right), y));
    }
  }

  private String caption() {
    String means =
        data.series().stream()
            .filter(Series::hasOurs)
            .map(this::words)
            .collect(Collectors.joining(", "));
    String head = data.groups().size() > 1 ? "%s, mean: %s." : "%s: %s.";
    return head.formatted(data.measure().words(), means) + " " + String.join(" ", data.notes());
  }

  private String words(Series series) {
    double ours = mean(series.ours());
    double published = mean(series.published());
    return "%s %s%s"
        .formatted(
            series.policy().words(),
            number(ours),
            Double.isNaN(published) ? "" : " (published: %s)".formatted(number(published)));
  }

  private String number(double value) {
    return data.measure() == Measure.DEADLINES_KEPT
        ? Numbers.fixed(100 * value, 1) + " %"
        : Numbers.fixed(value, 2);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  private String alternative() {
    return "A bar per policy for each %s; lines across bars are published values. "
            .formatted(data.groupTitle().isEmpty() ? "trace" : data.groupTitle())
        + caption();
  }
}
