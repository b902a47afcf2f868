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
import org.limpid.plots.theme.Theme;
import org.limpid.results.ClusterField;
import org.limpid.results.table.Numbers;

/** Waiting jobs, and the GPUs that they ask for, over time. */
public final class Waiting implements Exhibit {
  private static final Size SIZE = Size.page(92);

  @Override
  public About about() {
    return About.figure(
        "waiting", "waiting jobs, and the GPUs that they ask for, over time", Chapter.CLUSTER);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    OverTime over = OverTime.of(inputs.run(), options);
    return over.policies().isEmpty() ? new Made.Nothing(OverTime.NOTHING) : Made.of(figure(over));
  }

  private Figure figure(OverTime over) {
    Chart gpus = panel(over, ClusterField.GPUS_PENDING, "GPUs asked for", true);
    Chart jobs = panel(over, ClusterField.JOBS_PENDING, "Waiting jobs", false);
    return new Figure(
        name(),
        "Waiting jobs",
        caption(over),
        "Two panels over time, a line per policy: above the GPUs that waiting jobs ask for, below"
            + " the number of waiting jobs. "
            + caption(over),
        SIZE,
        new Panels(List.of(gpus, jobs), List.of(1.0, 1.0)));
  }

  private static Chart panel(OverTime over, ClusterField field, String title, boolean above) {
    List<MinMaxThinning.Series> series = new ArrayList<>();
    for (String policy : over.policies()) {
      ClusterSamples samples = over.samples(policy);
      series.add(samples.thinned(positive(samples.values(field))));
    }
    Axis x = over.axis();
    return Chart.of(
        above ? x.unlabelled() : x,
        Axis.of(title, Scales.logarithmic(1, Math.max(10, over.largest(field)))),
        theme -> lines(over.policies(), series, above, theme));
  }

  /** A logarithmic axis has no place for 0. */
  private static double[] positive(double[] values) {
    return Arrays.stream(values).map(value -> value > 0 ? value : Double.NaN).toArray();
  }

  private static List<Layer> lines(
      List<String> policies, List<MinMaxThinning.Series> series, boolean legend, Theme theme) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      String label = legend ? policies.get(i) : "";
      layers.add(
          Layers.markedSteps(
              label, theme.policy(policies.get(i)), series.get(i).xs(), series.get(i).ys()));
    }
    return layers;
  }

  private static String caption(OverTime over) {
    List<String> parts = new ArrayList<>();
    for (String policy : over.policies()) {
      double[] jobs = over.samples(policy).values(ClusterField.JOBS_PENDING);
      double most = Arrays.stream(jobs).max().orElse(0);
      parts.add("%s under %s".formatted(Numbers.whole(Math.round(most)), policy));
    }
    return "Where there is no line, nothing waits. Most jobs that wait at the same time: "
        + String.join(", ", parts)
        + "."
        + over.shown().note();
  }
}
