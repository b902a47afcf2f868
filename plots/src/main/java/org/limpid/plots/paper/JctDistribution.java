package org.limpid.plots.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limpid.data.Quantile;
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
import org.limpid.results.RunFolder;
import org.limpid.results.table.Durations;

/** The share of jobs that complete within some time, per policy. */
public final class JctDistribution implements FigureSource {
  private static final double SHORTEST_SECONDS = 1;
  private static final Size SIZE = Size.column(62);

  @Override
  public String name() {
    return "jct-cdf";
  }

  @Override
  public String description() {
    return "share of jobs that complete within some time";
  }

  @Override
  public Optional<String> inPaper() {
    return Optional.of("Figure 8");
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.RUN);
  }

  @Override
  public Outcome figures(Inputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    Map<String, long[]> jcts = new LinkedHashMap<>();
    for (String policy : options.policiesOf(run)) {
      jcts.put(policy, run.jobs(policy).sortedJctSeconds());
    }
    jcts.values().removeIf(sorted -> sorted.length == 0);
    return jcts.isEmpty() ? new Outcome.Absent("the run has no jobs") : Outcome.of(figure(jcts));
  }

  private Figure figure(Map<String, long[]> jcts) {
    Medians medians = new Medians(jcts);
    return new Figure(
        name(),
        "Job completion time",
        medians.sentence(),
        "Cumulative distribution of the job completion time on a logarithmic axis, one line per"
            + " policy. "
            + medians.list(),
        SIZE,
        chart(jcts));
  }

  private static Chart chart(Map<String, long[]> jcts) {
    double shortest = jcts.values().stream().mapToDouble(sorted -> sorted[0]).min().orElseThrow();
    double longest =
        jcts.values().stream().mapToDouble(sorted -> sorted[sorted.length - 1]).max().orElseThrow();
    double low = Math.max(SHORTEST_SECONDS, shortest);
    return Chart.of(
        Axis.of("Job completion time", Scales.logarithmicDuration(low, Math.max(low, longest))),
        Axis.of("Jobs completed", Scales.percent(0, 1)),
        theme -> lines(jcts, theme));
  }

  private static List<Layer> lines(Map<String, long[]> jcts, Theme theme) {
    List<Layer> lines = new ArrayList<>();
    jcts.forEach((policy, sorted) -> lines.add(line(policy, sorted, theme)));
    return lines;
  }

  /** Steps from 0 to 1; times below a second, which a logarithmic axis lacks, count as one. */
  private static Layer line(String policy, long[] sorted, Theme theme) {
    double[] xs = new double[sorted.length + 1];
    double[] ys = new double[sorted.length + 1];
    xs[0] = Math.max(SHORTEST_SECONDS, sorted[0]);
    for (int i = 0; i < sorted.length; i++) {
      xs[i + 1] = Math.max(SHORTEST_SECONDS, sorted[i]);
      ys[i + 1] = (i + 1.0) / sorted.length;
    }
    return Layers.markedSteps(policy, theme.policy(policy), xs, ys);
  }

  /** What is said of the medians. */
  private record Medians(Map<String, long[]> jcts) {
    private double of(String policy) {
      return Quantile.ofSorted(jcts.get(policy), 0.5);
    }

    String sentence() {
      String best = extreme(1);
      String worst = extreme(-1);
      String first = "Half of the jobs complete within %s under %s".formatted(text(best), best);
      return of(best) == of(worst)
          ? first + "."
          : first + ", within %s under %s.".formatted(text(worst), worst);
    }

    /** The first policy with the smallest median, or with sign -1 with the largest. */
    private String extreme(int sign) {
      String found = null;
      for (String policy : jcts.keySet()) {
        found = found == null || sign * of(policy) < sign * of(found) ? policy : found;
      }
      return found;
    }

    private String text(String policy) {
      return Durations.text(of(policy));
    }

    String list() {
      List<String> parts = new ArrayList<>();
      jcts.keySet().forEach(policy -> parts.add(policy + " " + text(policy)));
      return "Medians: " + String.join(", ", parts) + ".";
    }
  }
}
