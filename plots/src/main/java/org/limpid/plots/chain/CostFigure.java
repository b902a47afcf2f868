package org.limpid.plots.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.limpid.experiment.chain.ChainLoad;
import org.limpid.experiment.chain.ChainScore;
import org.limpid.experiment.chain.GapPrice;
import org.limpid.experiment.chain.ValidationReport;
import org.limpid.files.Words;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Layers.Bar;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.Numbers;

/** What gaps and overlaps cost by load: a group of bars for each, a bar for each way to submit. */
final class CostFigure {
  private static final double HEIGHT = 70;
  private static final double GROUP_WIDTH = 0.86;
  private static final double BAR_WIDTH = 0.88;

  /** Its overlap of two days would leave no room for the others. */
  private static final String LEFT_OUT = "at-once";

  private final ValidationReport report;
  private final GapPrice price;
  private final List<ChainLoad> loads;
  private final List<String> methods;

  private CostFigure(ValidationReport report, GapPrice price) {
    this.report = report;
    this.price = price;
    loads = report.loads();
    methods = shown(report);
  }

  static Figure of(ValidationReport report, GapPrice price) {
    return new CostFigure(report, price).figure();
  }

  private Figure figure() {
    double highest = shown().stream().mapToDouble(ChainScore::costHours).max().orElse(1);
    Chart chart =
        Chart.of(
            Axis.of("Load of windows", Scales.names(loads.stream().map(ChainLoad::label).toList())),
            Axis.of("Mean cost (h)", Scales.fromZero(highest)),
            this::layers);
    return new Figure(
        "chain-cost-" + report.nodes(),
        "Cost of gaps and overlaps, chains of " + Words.count(report.nodes(), "node"),
        caption(),
        "Bars of the mean cost by load, one for each way to submit. " + caption(),
        Size.page(HEIGHT),
        chart);
  }

  /** Ways to submit that figures show. */
  static List<String> shown(ValidationReport report) {
    return report.methods().stream().filter(method -> !method.equals(LEFT_OUT)).toList();
  }

  private List<ChainScore> shown() {
    return report.scores().stream().filter(score -> methods.contains(score.method())).toList();
  }

  private List<Layer> layers(Theme theme) {
    List<Layer> layers = new ArrayList<>();
    methods.forEach(method ->
        layers.add(Layers.boxInLegend(MethodLook.words(method), MethodLook.of(method, theme))));
    layers.add(Layers.bars(shown().stream().map(score -> bar(score, theme)).toList()));
    return layers;
  }

  private Bar bar(ChainScore score, Theme theme) {
    int group = loads.stream().map(ChainLoad::label).toList().indexOf(score.load());
    double width = GROUP_WIDTH / methods.size();
    double left = group + (1 - GROUP_WIDTH) / 2 + (methods.indexOf(score.method()) + 0.5) * width;
    double half = BAR_WIDTH * width / 2;
    return new Bar(
        left - half, left + half, 0, score.costHours(), MethodLook.of(score.method(), theme));
  }

  private String caption() {
    String means =
        shown().stream()
            .filter(score -> score.load().equals(ChainLoad.ALL.label()))
            .map(score ->
                "%s %s"
                    .formatted(
                        MethodLook.words(score.method()), Numbers.fixed(score.costHours(), 2)))
            .collect(Collectors.joining(", "));
    return "An hour's gap costs %s h, an hour's overlap 1 h. Mean of all windows: %s. Submitting at once is in the table only."
        .formatted(price, means);
  }
}
