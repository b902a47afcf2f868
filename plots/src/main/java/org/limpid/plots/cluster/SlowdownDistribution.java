package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.figure.Outcome;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Theme;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Numbers;

/** The share of jobs whose bounded slowdown is at most some number, per policy. */
public final class SlowdownDistribution implements FigureSource {
  private static final Size SIZE = Size.column(62);
  private static final double LIMIT = 2;

  @Override
  public String name() {
    return "slowdown-cdf";
  }

  @Override
  public String description() {
    return "share of jobs that are slowed down at most so many times";
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.RUN);
  }

  @Override
  public Outcome figures(Inputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    Map<String, double[]> slowdowns = new LinkedHashMap<>();
    for (String policy : options.policiesOf(run)) {
      slowdowns.put(policy, sorted(run.jobs(policy)));
    }
    slowdowns.values().removeIf(sorted -> sorted.length == 0);
    return slowdowns.isEmpty()
        ? new Outcome.Absent("the run has no jobs")
        : Outcome.of(figure(slowdowns));
  }

  private static double[] sorted(JobTable jobs) {
    double[] slowdowns = new double[jobs.size()];
    Arrays.setAll(slowdowns, row -> Slowdown.of(jobs, row));
    Arrays.sort(slowdowns);
    return slowdowns;
  }

  private Figure figure(Map<String, double[]> slowdowns) {
    double largest =
        slowdowns.values().stream()
            .mapToDouble(sorted -> sorted[sorted.length - 1])
            .max()
            .orElse(1);
    Chart chart =
        Chart.of(
            Axis.of("Bounded slowdown", Scales.logarithmic(1, Math.max(10, largest))),
            Axis.of("Jobs", Scales.percent(0, 1)),
            theme -> lines(slowdowns, theme));
    return new Figure(
        name(), "Bounded slowdown", caption(slowdowns), alternative(slowdowns), SIZE, chart);
  }

  private static List<Layer> lines(Map<String, double[]> slowdowns, Theme theme) {
    List<Layer> lines = new ArrayList<>();
    slowdowns.forEach((policy, sorted) -> {
      double[] xs = new double[sorted.length + 1];
      double[] ys = new double[sorted.length + 1];
      xs[0] = 1;
      for (int i = 0; i < sorted.length; i++) {
        xs[i + 1] = sorted[i];
        ys[i + 1] = (i + 1.0) / sorted.length;
      }
      lines.add(Layers.markedSteps(policy, theme.policy(policy), xs, ys));
    });
    return lines;
  }

  private static String caption(Map<String, double[]> slowdowns) {
    List<String> parts = new ArrayList<>();
    slowdowns.forEach(
        (policy, sorted) -> parts.add(policy + " " + Numbers.percent(shareWithin(sorted))));
    return ("Bounded slowdown is max(1, JCT / max(duration, %d s)). Share of jobs that take at most"
            + " %s times as long as on GPUs of their own: %s.")
        .formatted(Slowdown.BOUND_SECONDS, Numbers.short3(LIMIT), String.join(", ", parts));
  }

  /** The share of jobs that are slowed down at most to the limit. */
  static double shareWithin(double[] sorted) {
    return Arrays.stream(sorted).filter(slowdown -> slowdown <= LIMIT).count()
        / (double) sorted.length;
  }

  private static String alternative(Map<String, double[]> slowdowns) {
    List<String> parts = new ArrayList<>();
    slowdowns.forEach(
        (policy, sorted) -> parts.add(policy + " " + Numbers.short3(sorted[sorted.length - 1])));
    return "Cumulative distribution of the bounded slowdown of jobs on a logarithmic axis, one line"
        + " per policy. Largest: "
        + String.join(", ", parts)
        + ".";
  }
}
