package org.limpid.plots.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.limpid.experiment.chain.ChainLoad;
import org.limpid.experiment.chain.ValidationReport;
import org.limpid.files.Words;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layer.LegendEntry;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.LegendAbove;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.chart.Tiles;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** Distributions of gaps and overlaps, in a panel for each load. */
final class GapFigure {
  private static final double PANEL = 58;
  private static final double LEGEND = 14;
  private static final double ROOM = 0.02;
  private static final List<ChainLoad> PANELS =
      List.of(ChainLoad.LOW, ChainLoad.MEDIUM, ChainLoad.HEAVY);

  private final ValidationReport report;
  private final List<ChainLoad> loads;
  private final List<String> methods;

  private GapFigure(ValidationReport report) {
    this.report = report;
    methods = CostFigure.shown(report);
    loads = PANELS.stream().filter(report.loads()::contains).toList();
  }

  static Figure of(ValidationReport report) {
    return new GapFigure(report).figure();
  }

  private Figure figure() {
    List<Drawing> charts = loads.stream().<Drawing>map(this::chart).toList();
    String caption =
        "Share of windows whose gap is at most so long; below 0 both jobs ran at the same time."
            + " The line at 0 parts overlaps from gaps. Submitting at once is in the table only.";
    return new Figure(
        "chain-gaps-" + report.nodes(),
        "Gaps and overlaps by load, chains of " + Words.count(report.nodes(), "node"),
        caption,
        "Cumulative lines, one for each way to submit. " + caption,
        Size.page(PANEL + LEGEND),
        new LegendAbove(this::legend, new Tiles(charts, charts.size(), "")));
  }

  private List<LegendEntry> legend(Theme theme) {
    return methods.stream()
        .map(method ->
            new LegendEntry(
                MethodLook.words(method), MethodLook.of(method, theme), LegendEntry.Kind.LINE))
        .toList();
  }

  private Chart chart(ChainLoad load) {
    int windows = report.hours(load, methods.getFirst()).length;
    return Chart.of(
            Axis.of("Gap or overlap (h)", across(load)),
            Axis.of("Share of windows", Scales.percent(0, 1)),
            theme -> layers(load, theme))
        .headed(
            "%s%s load, %d windows"
                .formatted(
                    load.label().substring(0, 1).toUpperCase(Locale.ROOT),
                    load.label().substring(1),
                    windows));
  }

  private Scale across(ChainLoad load) {
    double[] all =
        methods.stream()
            .flatMapToDouble(method -> Arrays.stream(report.hours(load, method)))
            .toArray();
    double low = Math.min(0, Arrays.stream(all).min().orElse(0));
    double high = Math.max(1, Arrays.stream(all).max().orElse(1));
    double room = ROOM * (high - low);
    return Scales.linear(low - room, high + room);
  }

  private List<Layer> layers(ChainLoad load, Theme theme) {
    Scale scale = across(load);
    List<Layer> layers = new ArrayList<>();
    layers.add(Layers.uprightRule(0));
    for (String method : methods.reversed()) {
      double[] sorted = DoubleStream.of(report.hours(load, method)).sorted().toArray();
      layers.add(cumulative(MethodLook.of(method, theme), sorted, scale));
    }
    return layers;
  }

  /** From 0 at the left end to 1 at the right. */
  private static Layer cumulative(SeriesStyle style, double[] sorted, Scale scale) {
    int count = sorted.length;
    double[] xs =
        DoubleStream.concat(
                DoubleStream.concat(DoubleStream.of(scale.low()), Arrays.stream(sorted)),
                DoubleStream.of(scale.high()))
            .toArray();
    double[] ys = new double[count + 2];
    for (int i = 1; i <= count; i++) {
      ys[i] = (double) i / count;
    }
    ys[count + 1] = 1;
    return Layers.steps("", style, xs, ys);
  }
}
