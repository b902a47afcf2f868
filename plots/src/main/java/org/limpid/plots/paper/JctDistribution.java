package org.limpid.plots.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.limpid.data.Quantile;
import org.limpid.files.Words;
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
import org.limpid.results.RunFolder;

/** The share of jobs that complete within some time, per policy. */
public final class JctDistribution implements Exhibit {
  private static final double SHORTEST_SECONDS = 1;
  private static final Size SIZE = Size.column(62);

  @Override
  public About about() {
    return About.figure("jct-cdf", "share of jobs that complete within some time", Chapter.POLICIES)
        .inPaper("Figure 8");
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    ShownPolicies shown = ShownPolicies.of(run, options);
    ByPolicy<double[]> jcts =
        ByPolicy.of(
            shown.policies(),
            policy -> Arrays.stream(run.jobs(policy).sortedJctSeconds()).asDoubleStream().toArray(),
            sorted -> sorted.length == 0);
    return jcts.isEmpty() ? new Made.Nothing("the run has no jobs") : Made.of(figure(jcts, shown));
  }

  private Figure figure(ByPolicy<double[]> jcts, ShownPolicies shown) {
    List<String> medians = jcts.map((policy, sorted) -> policy + " " + text(sorted));
    return new Figure(
        name(),
        "Job completion time",
        sentence(jcts) + shown.note(),
        "Cumulative distribution of the job completion time on a logarithmic axis, one line per"
            + " policy. Medians: "
            + String.join(", ", medians)
            + ".",
        SIZE,
        chart(jcts));
  }

  /** Times below a second, which a logarithmic axis lacks, count as one. */
  private static Chart chart(ByPolicy<double[]> jcts) {
    double shortest = -jcts.largest(sorted -> -sorted[0]);
    double longest = jcts.largest(sorted -> sorted[sorted.length - 1]);
    double low = Math.max(SHORTEST_SECONDS, shortest);
    return Chart.of(
        Axis.of("Job completion time", Scales.logarithmicDuration(low, Math.max(low, longest))),
        Axis.of("Jobs completed", Scales.percent(0, 1)),
        theme ->
            jcts.map((policy, sorted) ->
                Layers.cumulative(
                    policy, theme.policy(policy), sorted, Math.max(SHORTEST_SECONDS, sorted[0]))));
  }

  /** The policies with the smallest and the largest median, each the first of equals. */
  private static String sentence(ByPolicy<double[]> jcts) {
    Map.Entry<String, double[]> best = null;
    Map.Entry<String, double[]> worst = null;
    for (Map.Entry<String, double[]> entry : jcts.values().entrySet()) {
      double median = median(entry.getValue());
      best = best == null || median < median(best.getValue()) ? entry : best;
      worst = worst == null || median > median(worst.getValue()) ? entry : worst;
    }
    String first =
        "Half of the jobs complete within %s under %s"
            .formatted(text(best.getValue()), best.getKey());
    return median(best.getValue()) == median(worst.getValue())
        ? first + "."
        : first + ", within %s under %s.".formatted(text(worst.getValue()), worst.getKey());
  }

  private static double median(double[] sorted) {
    return Quantile.ofSorted(sorted, 0.5);
  }

  private static String text(double[] sorted) {
    return Words.roughly(median(sorted));
  }
}
