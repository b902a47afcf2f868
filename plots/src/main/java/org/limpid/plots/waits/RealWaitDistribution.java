package org.limpid.plots.waits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.limpid.data.JobId;
import org.limpid.data.Quantile;
import org.limpid.data.RealWaits;
import org.limpid.data.Trace;
import org.limpid.files.Words;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.ByPolicy;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.InputKind;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.ShownPolicies;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Theme;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;

/** The share of jobs that wait at most so long, in reality and per policy. */
public final class RealWaitDistribution implements Exhibit {
  private static final String REALITY = "reality";
  private static final Size SIZE = Size.column(62);

  /** A logarithmic axis has no 0: jobs that don't wait stand at its left end. */
  private static final double SHORTEST_SECONDS = 1;

  @Override
  public About about() {
    return About.figure(
            "real-wait-cdf",
            "share of jobs that wait at most so long, simulated and in reality",
            Chapter.POLICIES)
        .needing(InputKind.DATA);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    ShownPolicies shown = ShownPolicies.of(run, options);
    Map<JobId, Long> real = real(inputs.data().trace(), run.description().countFromSeconds());
    if (real.isEmpty()) {
      return new Made.Nothing("the data set doesn't tell when jobs really started");
    }
    ByPolicy<double[]> waits =
        ByPolicy.of(
            shown.policies(),
            policy -> waits(run.numberedJobs(policy), real),
            sorted -> sorted.length == 0);
    return waits.isEmpty()
        ? new Made.Nothing("no job of the run has a real start in the data set")
        : Made.of(
            figure(waits, realOf(run.numberedJobs(shown.policies().getFirst()), real), shown));
  }

  /** Seconds by job, without those of a warm-up. */
  private static Map<JobId, Long> real(Trace trace, OptionalLong from) {
    Map<JobId, Long> waits = new TreeMap<>();
    RealWaits.rows(trace)
        .filter(row -> from.isEmpty() || trace.submitSeconds(row) >= from.getAsLong())
        .forEach(row -> waits.put(trace.jobId(row), RealWaits.seconds(trace, row)));
    return waits;
  }

  /** Seconds until the first start, sorted, of the jobs whose real wait is known. */
  private static double[] waits(JobTable jobs, Map<JobId, Long> real) {
    List<Double> waits = new ArrayList<>();
    for (int row = 0; row < jobs.size(); row++) {
      if (real.containsKey(jobs.id(row)) && jobs.startSeconds(row) >= jobs.submitSeconds(row)) {
        waits.add((double) jobs.startSeconds(row) - jobs.submitSeconds(row));
      }
    }
    return waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** Of the jobs of the run. */
  private static double[] realOf(JobTable jobs, Map<JobId, Long> real) {
    return real.entrySet().stream()
        .filter(each -> jobs.rowOf(each.getKey()).isPresent())
        .mapToDouble(Map.Entry::getValue)
        .sorted()
        .toArray();
  }

  private Figure figure(ByPolicy<double[]> waits, double[] real, ShownPolicies shown) {
    List<String> medians = new ArrayList<>(waits.map((name, sorted) -> text(name, sorted)));
    medians.addFirst(text(REALITY, real));
    double longest = Math.max(last(real), waits.largest(RealWaitDistribution::last));
    Chart chart =
        Chart.of(
            Axis.of(
                "Wait until the first start",
                Scales.logarithmicDuration(SHORTEST_SECONDS, Math.max(60, longest))),
            Axis.of("Jobs started", Scales.percent(0, 1)),
            theme -> layers(theme, waits, real));
    return new Figure(
        name(),
        "Waits, simulated and real",
        "Half of the jobs wait at most: %s. Jobs that don't wait stand at the left end.%s"
            .formatted(String.join(", ", medians), shown.note()),
        "Cumulative distributions of waits on a logarithmic axis, a line for reality and one per"
            + " policy. Medians: "
            + String.join(", ", medians)
            + ".",
        SIZE,
        chart);
  }

  private static List<Layer> layers(Theme theme, ByPolicy<double[]> waits, double[] real) {
    List<Layer> layers =
        new ArrayList<>(
            waits.map((policy, sorted) ->
                Layers.cumulative(policy, theme.policy(policy), sorted, SHORTEST_SECONDS)));
    layers.addFirst(
        Layers.cumulative(REALITY, theme.series(0).in(theme.ink()), real, SHORTEST_SECONDS));
    return layers;
  }

  private static String text(String name, double[] sorted) {
    return name + " " + Words.roughly(Quantile.ofSorted(sorted, 0.5));
  }

  private static double last(double[] sorted) {
    return sorted[sorted.length - 1];
  }
}
