package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.MinMaxThinning;
import org.limpid.plots.chart.Panels;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Dash;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;
import org.limpid.results.table.Numbers;

/** GPUs in use over time, a panel per policy. */
public final class GpusInUse implements Exhibit {
  private static final double FADE = 0.6;

  @Override
  public About about() {
    return About.figure(
        "gpus-in-use", "how many GPUs are in use over time, a panel per policy", Chapter.CLUSTER);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    OverTime over = OverTime.of(inputs.run(), options);
    return over.policies().isEmpty() ? new Made.Nothing(OverTime.NOTHING) : Made.of(figure(over));
  }

  private Figure figure(OverTime over) {
    List<Chart> panels = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < over.policies().size(); i++) {
      boolean last = i == over.policies().size() - 1;
      panels.add(panel(over, over.policies().get(i), last));
      shares.add(last ? 1.55 : 1.0);
    }
    String caption = caption(over);
    return new Figure(
        name(),
        "GPUs in use",
        caption,
        "A panel per policy of the GPUs in use over time. " + caption,
        Size.page(14 + 19 * panels.size()),
        new Panels(panels, shares));
  }

  private static Chart panel(OverTime over, String policy, boolean last) {
    ClusterSamples samples = over.samples(policy);
    MinMaxThinning.Series used = samples.thinned(samples.gpusInUse());
    MinMaxThinning.Series all = samples.thinned(samples.values(ClusterField.GPUS));
    Axis x = over.axis();
    double most = over.largest(ClusterField.GPUS);
    return Chart.of(
            last ? x : x.unlabelled(),
            Axis.of("GPUs", Scales.fromZero(most)),
            theme -> layers(policy, used, all, theme))
        .headed(policy);
  }

  private static List<Layer> layers(
      String policy, MinMaxThinning.Series used, MinMaxThinning.Series all, Theme theme) {
    SeriesStyle style = theme.policy(policy).with(Dash.SOLID);
    SeriesStyle limit = style.in(theme.color(Hue.BLACK)).wider(0.6);
    double[] zeros = new double[used.xs().length];
    return List.of(
        Layers.band(used.xs(), zeros, used.ys(), true, theme.faded(style.color(), FADE)),
        Layers.steps("", style.wider(0.6), used.xs(), used.ys()),
        Layers.steps("", limit, all.xs(), all.ys()));
  }

  private static String caption(OverTime over) {
    List<String> parts = new ArrayList<>();
    for (String policy : over.policies()) {
      ClusterTable table = over.table(policy);
      double[] used = ClusterSamples.between(table, Long.MIN_VALUE, Long.MAX_VALUE).gpusInUse();
      parts.add("%s %s".formatted(policy, Numbers.whole(Math.round(mean(used)))));
    }
    return "GPUs with at least one job; the line above is all GPUs of the virtual clusters. Mean"
        + " from the start of the run to the end of its last job: "
        + String.join(", ", parts)
        + "."
        + over.shown().note();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
