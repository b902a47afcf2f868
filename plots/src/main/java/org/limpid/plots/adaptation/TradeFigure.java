package org.limpid.plots.adaptation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.limpid.experiment.adaptation.ClusterGrowthStudy;
import org.limpid.experiment.adaptation.GrantRule;
import org.limpid.experiment.adaptation.GrowthChoice;
import org.limpid.experiment.adaptation.GrowthOutcome;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.chart.Tiles;
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

/** Accuracy over mean JCT: a line for each way to grow, a point for each way to grant time. */
final class TradeFigure {
  private static final double PANEL = 64;
  private static final double ROOM = 0.1;

  /** So that there is an axis where all accuracies are the same. */
  private static final double LEAST_ROOM = 1e-3;

  /** The last words reach beyond the last point. */
  private static final double RIGHT = 1.2;

  private final ClusterGrowthStudy.Result data;

  private TradeFigure(ClusterGrowthStudy.Result data) {
    this.data = data;
  }

  static Figure of(ClusterGrowthStudy.Result data) {
    return new TradeFigure(data).figure();
  }

  private Figure figure() {
    List<String> policies = data.outcomes().stream().map(GrowthOutcome::policy).distinct().toList();
    List<Drawing> charts = policies.stream().<Drawing>map(this::chart).toList();
    int columns = Math.min(2, charts.size());
    return new Figure(
        "trade",
        "Accuracy against the time of jobs",
        caption(),
        "Lines of accuracy over mean JCT. " + caption(),
        Size.page(PANEL * Math.ceilDiv(charts.size(), columns)),
        new Tiles(charts, columns, ""));
  }

  private Chart chart(String policy) {
    List<GrowthOutcome> own =
        data.outcomes().stream().filter(each -> each.policy().equals(policy)).toList();
    double[] times = values(own, GrowthOutcome::meanJctSeconds);
    double[] accuracies = values(data.outcomes(), GrowthOutcome::accuracy);
    double room = Math.max(LEAST_ROOM, ROOM * (high(accuracies) - low(accuracies)));
    return Chart.of(
            Axis.of("Mean JCT", Scales.durationFromZero(RIGHT * high(times))),
            Axis.of(
                "Mean accuracy",
                Scales.linear(low(accuracies) - 2 * room, high(accuracies) + 2 * room)),
            theme -> layers(own, room, theme))
        .headed(policy);
  }

  private static List<Layer> layers(List<GrowthOutcome> outcomes, double room, Theme theme) {
    List<Layer> layers = new ArrayList<>();
    for (GrowthChoice growth : GrowthChoice.values()) {
      List<GrowthOutcome> own = outcomes.stream().filter(each -> each.growth() == growth).toList();
      if (!own.isEmpty()) {
        double[] xs = values(own, GrowthOutcome::meanJctSeconds);
        double[] ys = values(own, GrowthOutcome::accuracy);
        layers.add(Layers.line(growth.words(), style(growth, theme), xs, ys));
        layers.add(Layers.points("", style(growth, theme), xs, ys));
      }
    }
    for (GrantRule grant : GrantRule.values()) {
      List<GrowthOutcome> own = outcomes.stream().filter(each -> each.grant() == grant).toList();
      double[] ys = values(own, GrowthOutcome::accuracy);
      boolean above = grant == GrantRule.BUDGET; // so that words stand apart from each other
      double y = above ? high(ys) + 0.6 * room : low(ys) - 1.3 * room;
      double x = own.getFirst().meanJctSeconds();
      layers.add(Layers.text(grant.words(), x, y, TextPainter.Align.MIDDLE, 0));
    }
    return layers;
  }

  private static SeriesStyle style(GrowthChoice growth, Theme theme) {
    return switch (growth) {
      case NONE -> theme.style(Hue.GREY, Dash.SHORT, Marker.SQUARE, Hatch.NONE);
      case RULES -> theme.style(Hue.BLUE, Dash.SOLID, Marker.CIRCLE, Hatch.NONE);
      case BEST -> theme.style(Hue.GREEN, Dash.DASH_DOT, Marker.TRIANGLE, Hatch.NONE);
    };
  }

  private static double[] values(
      List<GrowthOutcome> outcomes, ToDoubleFunction<GrowthOutcome> value) {
    return outcomes.stream().mapToDouble(value).toArray();
  }

  private static double low(double[] values) {
    return Arrays.stream(values).min().orElse(0);
  }

  private static double high(double[] values) {
    return Arrays.stream(values).max().orElse(1);
  }

  private String caption() {
    return "Mean accuracy of all jobs over their mean JCT, for what the scheduler grants beyond the"
        + " time asked for. Accuracy per GPU-hour with nothing, leftover minutes and whole budgets,"
        + " networks growing by rules under %s: %s. Input: %s."
            .formatted(data.outcomes().getFirst().policy(), rates(), data.input());
  }

  private String rates() {
    GrowthChoice shown =
        data.outcomes().stream().anyMatch(each -> each.growth() == GrowthChoice.RULES)
            ? GrowthChoice.RULES
            : GrowthChoice.BEST;
    String policy = data.outcomes().getFirst().policy();
    return String.join(
        ", ",
        data.outcomes().stream()
            .filter(each -> each.policy().equals(policy) && each.growth() == shown)
            .map(each -> Numbers.fixed(each.accuracyPerGpuHour(), 2))
            .toList());
  }
}
