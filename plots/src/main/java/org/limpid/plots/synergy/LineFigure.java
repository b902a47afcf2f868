package org.limpid.plots.synergy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.limpid.experiment.synergy.SynergyChart;
import org.limpid.experiment.synergy.SynergyChart.Line;
import org.limpid.experiment.synergy.SynergyChart.Measure;
import org.limpid.experiment.synergy.SynergyChart.Panel;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.chart.Tiles;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Dash;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.Marker;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.Numbers;

/** Lines for allocations, in a panel for each policy or setting. */
final class LineFigure {
  private static final double PANEL = 56;

  /** Left and right of the first and the last point, as a share of what is between them. */
  private static final double ROOM = 0.04;

  private final SynergyChart data;

  private LineFigure(SynergyChart data) {
    this.data = data;
  }

  static Figure of(SynergyChart data) {
    return new LineFigure(data).figure();
  }

  private Figure figure() {
    List<Drawing> charts = data.panels().stream().<Drawing>map(this::chart).toList();
    String caption = caption();
    return new Figure(
        data.name(),
        data.title(),
        caption,
        "Lines of %s, one for each allocation. ".formatted(data.measure().words()) + caption,
        Size.page(PANEL * Math.ceilDiv(charts.size(), columns())),
        new Tiles(charts, columns(), ""));
  }

  /** Three panels stand side by side, four in two rows. */
  private int columns() {
    return data.panels().size() == 3 ? 3 : 2;
  }

  private Chart chart(Panel panel) {
    return Chart.of(
            Axis.of(data.xTitle(), across(panel)),
            Axis.of(data.measure().words(), upright(panel)),
            theme -> layers(panel, theme))
        .headed(panel.title());
  }

  private Scale across(Panel panel) {
    if (data.measure() == Measure.SHARE_OF_JOBS) {
      return durations();
    }
    double[] xs = all(panel, Line::xs).toArray();
    double low = Arrays.stream(xs).min().orElse(0);
    double high = Arrays.stream(xs).max().orElse(1);
    double room = ROOM * (high - low);
    return Scales.labelled(low - room, high + room, LineFigure::whole);
  }

  /** The same for all panels, with room for the last step. */
  private Scale durations() {
    double[] xs =
        data.panels().stream().flatMapToDouble(panel -> all(panel, Line::xs)).sorted().toArray();
    double low = Math.max(1, xs[0]);
    double high = Math.max(2 * low, xs[xs.length - 1]);
    return Scales.logarithmicDuration(low, high * Math.pow(high / low, ROOM));
  }

  /** Between whole numbers there may be marks, but no words. */
  private static String whole(double mark) {
    return mark == Math.rint(mark) ? Numbers.fixed(mark, 0) : "";
  }

  private Scale upright(Panel panel) {
    return data.measure() == Measure.SHARE_OF_JOBS
        ? Scales.percent(0, 1)
        : Scales.fromZero(all(panel, Line::ys).max().orElse(1));
  }

  private static DoubleStream all(Panel panel, Function<Line, double[]> values) {
    return panel.lines().stream().flatMapToDouble(line -> Arrays.stream(values.apply(line)));
  }

  private List<Layer> layers(Panel panel, Theme theme) {
    List<Layer> layers = new ArrayList<>();
    for (Line line : panel.lines()) {
      SeriesStyle style = LineLook.of(line.allocation(), theme);
      String name = LineLook.words(line.allocation());
      if (data.measure() == Measure.SHARE_OF_JOBS) {
        layers.add(Layers.steps(name, style, line.xs(), line.ys()));
      } else {
        layers.add(Layers.line(name, style, line.xs(), line.ys()));
        layers.add(Layers.points("", style, line.xs(), line.ys()));
      }
    }
    panel.lines().stream()
        .filter(Line::hasPublished)
        .forEach(line -> layers.add(published(line, theme)));
    return layers;
  }

  private static Layer published(Line line, Theme theme) {
    SeriesStyle style = theme.style(Hue.BLACK, Dash.SOLID, Marker.DIAMOND, Hatch.NONE);
    return Layers.points("published", style, line.xs(), line.published());
  }

  private String caption() {
    String gains =
        data.panels().stream()
            .map(panel ->
                "%s %s"
                    .formatted(
                        panel.title(), Numbers.fixed(panel.largestGain().orElse(Double.NaN), 2)))
            .collect(Collectors.joining("; "));
    Panel any = data.panels().getFirst();
    return "Mean time with %s over that with %s, at most: %s. %s"
        .formatted(
            LineLook.words(any.lines().getFirst().allocation()),
            LineLook.words(any.lines().getLast().allocation()),
            gains,
            String.join(" ", data.notes()));
  }
}
