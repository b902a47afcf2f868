package org.limpid.plots.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.limpid.experiment.sweep.ConfigurationResult;
import org.limpid.experiment.sweep.SweepGrid;
import org.limpid.experiment.sweep.SweepMetric;
import org.limpid.experiment.sweep.SweepReport;
import org.limpid.files.AtomicFiles;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Panels;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.Size;
import org.limpid.plots.render.Format;
import org.limpid.plots.render.RenderOptions;
import org.limpid.plots.theme.Theme;

/**
 * The figures of a sweep, one per metric with a panel per data set: lines over the load where there
 * are several, else a row per configuration. Error bars are 95 % intervals over the replicas.
 */
public final class SweepFigures {
  private static final int MOST_PANELS = 6;
  private static final int MOST_LINES = 12;
  private static final int MOST_ROWS = 40;

  /** Beside the first and last load, as a share of what lies between. */
  private static final double ROOM = 0.04;

  private static final double PANEL = 62;
  private static final double ROW = 4.5;
  private static final double AROUND_ROWS = 16;

  private final SweepGrid grid;
  private final List<ConfigurationResult> results;
  private final SweepMetric metric;

  private SweepFigures(SweepReport report, SweepMetric metric) {
    grid = report.grid();
    results = report.configurations();
    this.metric = metric;
  }

  /**
   * Draws all figures into a folder.
   *
   * @throws org.limpid.files.DataException if one can't be written
   */
  public static void write(SweepReport report, Path folder) {
    for (SweepMetric metric : SweepMetric.values()) {
      SweepFigures figures = new SweepFigures(report, metric);
      if (metric != SweepMetric.JOBS && figures.largest() > 0) {
        Figure figure = figures.figure();
        byte[] svg = Format.SVG.render(figure, RenderOptions.of(Theme.PAPER));
        AtomicFiles.write(
            folder.resolve(figure.name() + "." + Format.SVG.extension()), out -> out.write(svg));
      }
    }
  }

  Figure figure() {
    List<Chart> charts = grid.data().stream().limit(MOST_PANELS).map(this::chart).toList();
    String caption =
        "%s%s.%s%s"
            .formatted(
                metric.title(),
                isOverLoad() ? " by load, jobs per job of the data set" : "",
                grid.replicas().count() > 1
                    ? " Means over %d replicas; error bars are 95 %% intervals."
                        .formatted(grid.replicas().count())
                    : "",
                leftOut());
    return new Figure(
        FileName.part(metric.name()),
        metric.title(),
        caption,
        caption,
        Size.page(charts.size() * height()),
        new Panels(charts, charts.stream().map(_ -> 1.0).toList()));
  }

  private boolean isOverLoad() {
    return grid.loads().size() > 1;
  }

  private double height() {
    return isOverLoad()
        ? PANEL
        : AROUND_ROWS + ROW * Math.min(MOST_ROWS, series(grid.data().getFirst()).size());
  }

  private List<SweepSeries> series(String data) {
    return SweepSeries.of(grid, data, results);
  }

  private List<SweepSeries> shown(String data) {
    return series(data).stream().limit(isOverLoad() ? MOST_LINES : MOST_ROWS).toList();
  }

  private String leftOut() {
    String first = grid.data().getFirst();
    boolean whole =
        grid.data().size() <= MOST_PANELS && shown(first).size() == series(first).size();
    return whole ? "" : " More than fits is left out: summary.csv has all.";
  }

  private Chart chart(String data) {
    List<SweepSeries> shown = shown(data);
    Chart chart = isOverLoad() ? overLoad(shown) : rows(shown);
    return grid.data().size() > 1 ? chart.headed(data) : chart;
  }

  private Chart overLoad(List<SweepSeries> shown) {
    double least = grid.loads().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double most = grid.loads().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return Chart.of(
        Axis.of("Load", Scales.linear(least - ROOM * (most - least), most + ROOM * (most - least))),
        Axis.of(metric.title(), scale()),
        theme -> shown.stream().flatMap(each -> line(each, theme)).toList());
  }

  private Stream<Layer> line(SweepSeries series, Theme theme) {
    double[] loads = series.loads();
    double[] means = series.means(metric);
    return Stream.of(
        Layers.uprightErrors(loads, series.lows(metric), series.highs(metric)),
        Layers.line("", series.style(theme), loads, means),
        Layers.points(series.label(), series.style(theme), loads, means));
  }

  private Chart rows(List<SweepSeries> shown) {
    List<SweepSeries> upwards = shown.reversed();
    return Chart.of(
        Axis.of(metric.title(), scale()),
        Axis.of("", Scales.names(upwards.stream().map(SweepSeries::label).toList())),
        theme -> row(upwards, theme));
  }

  private List<Layer> row(List<SweepSeries> upwards, Theme theme) {
    return upwards.stream()
        .flatMap(each -> {
          double[] place = {upwards.indexOf(each) + 0.5};
          return Stream.of(
              Layers.levelErrors(place, each.lows(metric), each.highs(metric)),
              Layers.points("", each.style(theme), each.means(metric), place));
        })
        .toList();
  }

  private Scale scale() {
    return switch (metric.unit()) {
      case SECONDS -> Scales.durationFromZero(largest());
      case NUMBER -> Scales.fromZero(largest());
      case SHARE -> Scales.percent(0, largest());
    };
  }

  /** The largest mean or end of an interval; 0 if there is none. */
  private double largest() {
    return results.stream()
        .map(each -> each.mean(metric))
        .flatMapToDouble(mean -> DoubleStream.of(mean.mean(), mean.high()))
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }
}
