package org.limpid.plots.cluster;

import java.util.Arrays;
import java.util.List;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.ByPolicy;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.ShownPolicies;
import org.limpid.plots.figure.Size;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Numbers;

/** The share of jobs whose bounded slowdown is at most some number, per policy. */
public final class SlowdownDistribution implements Exhibit {
  private static final Size SIZE = Size.column(62);
  private static final double LIMIT = 2;

  @Override
  public About about() {
    return About.figure(
        "slowdown-cdf",
        "share of jobs that are slowed down at most so many times",
        Chapter.CLUSTER);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    ShownPolicies shown = ShownPolicies.of(run, options);
    ByPolicy<double[]> slowdowns =
        ByPolicy.of(
            shown.policies(), policy -> sorted(run.jobs(policy)), sorted -> sorted.length == 0);
    return slowdowns.isEmpty()
        ? new Made.Nothing("the run has no jobs")
        : Made.of(figure(slowdowns, shown));
  }

  private static double[] sorted(JobTable jobs) {
    return jobs.served().mapToDouble(row -> UserSlowdowns.ofJob(jobs, row)).sorted().toArray();
  }

  private Figure figure(ByPolicy<double[]> slowdowns, ShownPolicies shown) {
    double largest = slowdowns.largest(SlowdownDistribution::last);
    Chart chart =
        Chart.of(
            Axis.of("Bounded slowdown", Scales.logarithmic(1, Math.max(10, largest))),
            Axis.of("Jobs", Scales.percent(0, 1)),
            theme ->
                slowdowns.map((policy, sorted) ->
                    Layers.cumulative(policy, theme.policy(policy), sorted, 1)));
    return new Figure(
        name(),
        "Bounded slowdown",
        caption(slowdowns) + shown.note(),
        alternative(slowdowns),
        SIZE,
        chart);
  }

  private static double last(double[] sorted) {
    return sorted[sorted.length - 1];
  }

  private static String caption(ByPolicy<double[]> slowdowns) {
    List<String> parts =
        slowdowns.map((policy, sorted) -> policy + " " + Numbers.percent(shareWithin(sorted)));
    return ("Bounded slowdown is max(1, JCT / max(duration, %d s)). Share of jobs that take at most"
            + " %s times as long as on GPUs of their own: %s.")
        .formatted(UserSlowdowns.BOUND_SECONDS, Numbers.short3(LIMIT), String.join(", ", parts));
  }

  /** The share of jobs that are slowed down at most to the limit. */
  static double shareWithin(double[] sorted) {
    return Arrays.stream(sorted).filter(slowdown -> slowdown <= LIMIT).count()
        / (double) sorted.length;
  }

  private static String alternative(ByPolicy<double[]> slowdowns) {
    List<String> parts =
        slowdowns.map((policy, sorted) -> policy + " " + Numbers.short3(last(sorted)));
    return "Cumulative distribution of the bounded slowdown of jobs on a logarithmic axis, one line"
        + " per policy. Largest: "
        + String.join(", ", parts)
        + ".";
  }
}
