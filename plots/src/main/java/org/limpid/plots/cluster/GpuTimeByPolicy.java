package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Layers.Bar;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.ByPolicy;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.ShownPolicies;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.ClusterField;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Numbers;
import org.limpid.results.table.TimeText;

/** Where the GPU time of the cluster goes, a stacked bar per policy. */
public final class GpuTimeByPolicy implements Exhibit {
  private static final double HALF_BAR = 0.34;
  private static final double HEIGHT_PER_POLICY = 6;

  @Override
  public About about() {
    return About.figure(
        "gpu-time",
        "where the GPU time goes: one job, shared, free while jobs wait, idle, profiler",
        Chapter.CLUSTER);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    long gpus = clusterGpus(run);
    ByPolicy<GpuTime> times =
        ByPolicy.of(
            ShownPolicies.bestFirst(PolicyChoice.onCluster(options.policiesOf(run)), run),
            policy -> GpuTime.of(run, policy, gpus),
            time -> time.sum() == 0);
    return times.isEmpty()
        ? new Made.Nothing("the run has no two samples of the cluster")
        : Made.of(figure(times));
  }

  /** The most GPUs that any policy has, also if it is not shown. */
  private static long clusterGpus(RunFolder run) {
    return PolicyChoice.onCluster(run.policies()).stream()
        .flatMapToDouble(policy -> Arrays.stream(run.cluster(policy).column(ClusterField.GPUS)))
        .mapToLong(Math::round)
        .max()
        .orElse(0);
  }

  private Figure figure(ByPolicy<GpuTime> times) {
    double longest = times.largest(GpuTime::sum);
    TimeText.Unit unit = TimeText.Unit.suiting(longest);
    Chart chart =
        Chart.of(
            Axis.of(
                "GPU time from the start of the run to the end of its last job (GPU %ss)"
                    .formatted(unit.name().toLowerCase(Locale.ROOT)),
                Scales.fromZero(longest / unit.seconds())),
            Axis.of("", Scales.names(times.upwards())),
            theme -> bars(times, unit, theme));
    return new Figure(
        name(),
        "GPU time",
        caption(times),
        "A stacked bar per policy of the GPU time by what the GPUs do. " + caption(times),
        Size.page(24 + HEIGHT_PER_POLICY * times.values().size()),
        chart);
  }

  private static List<Layer> bars(ByPolicy<GpuTime> times, TimeText.Unit unit, Theme theme) {
    List<String> policies = times.upwards();
    List<Layer> layers = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    for (GpuTime.Part part : GpuTime.Part.values()) {
      if (times.largest(time -> time.of(part)) > 0) {
        layers.add(Layers.boxInLegend(part.label(), style(part, theme)));
      }
    }
    for (int i = 0; i < policies.size(); i++) {
      double begin = 0;
      for (GpuTime.Part part : GpuTime.Part.values()) {
        double end = begin + times.values().get(policies.get(i)).of(part) / (double) unit.seconds();
        bars.add(new Bar(begin, end, i + 0.5 - HALF_BAR, i + 0.5 + HALF_BAR, style(part, theme)));
        begin = end;
      }
    }
    layers.add(Layers.bars(bars));
    return layers;
  }

  private static SeriesStyle style(GpuTime.Part part, Theme theme) {
    return switch (part) {
      case ALONE -> theme.area(Hue.BLUE, Hatch.NONE);
      case SHARED -> theme.area(Hue.GREEN, Hatch.RISING);
      case BLOCKED -> theme.area(Hue.VERMILLION, Hatch.FALLING);
      case IDLE -> theme.area(Hue.GREY, Hatch.NONE).in(theme.shade());
      case NOBODY_LEFT -> theme.area(Hue.GREY, Hatch.RISING).in(theme.shade());
      case PROFILER -> theme.area(Hue.PURPLE, Hatch.UPRIGHT);
    };
  }

  private static String caption(ByPolicy<GpuTime> times) {
    List<String> parts = times.map((policy, time) -> "%s %s".formatted(policy, shares(time)));
    return "Free while jobs wait: of the GPUs without a job as many as waiting jobs ask for. In"
        + " use, and of it shared: "
        + String.join(", ", parts)
        + ".";
  }

  private static String shares(GpuTime time) {
    double sum = time.sum();
    long shared = time.of(GpuTime.Part.SHARED);
    String inUse = Numbers.percent((time.of(GpuTime.Part.ALONE) + shared) / sum);
    return shared == 0 ? inUse : "%s (%s)".formatted(inUse, Numbers.percent(shared / sum));
  }
}
