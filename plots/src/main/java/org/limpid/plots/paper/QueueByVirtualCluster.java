package org.limpid.plots.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Bar;
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
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Durations;
import org.limpid.results.table.Numbers;

/** The mean queueing delay in each virtual cluster, in groups of bars. */
public final class QueueByVirtualCluster implements FigureSource {
  private static final double GROUP_WIDTH = 0.84;
  private static final int MOST_CLUSTERS = 24;
  private static final Size SIZE = Size.page(62);

  @Override
  public String name() {
    return "queue-by-vc";
  }

  @Override
  public String description() {
    return "mean queueing delay in each virtual cluster";
  }

  @Override
  public Optional<String> inPaper() {
    return Optional.of("Figure 9");
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.RUN);
  }

  @Override
  public Outcome figures(Inputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    List<String> policies = options.policiesOf(run);
    List<String> clusters = largest(run.jobs(policies.getFirst()));
    if (clusters.isEmpty()) {
      return new Outcome.Absent("the run has no jobs");
    }
    double[][] means = new double[policies.size()][];
    for (int i = 0; i < means.length; i++) {
      means[i] = means(run.jobs(policies.get(i)), clusters);
    }
    return Outcome.of(figure(new Delays(policies, clusters, means)));
  }

  /** The virtual clusters with most jobs, in alphabetical order. */
  private static List<String> largest(JobTable jobs) {
    TreeMap<String, Long> counts = new TreeMap<>();
    for (int row = 0; row < jobs.size(); row++) {
      counts.merge(jobs.virtualClusters().name(row), 1L, Long::sum);
    }
    return counts.entrySet().stream()
        .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
        .limit(MOST_CLUSTERS)
        .map(entry -> entry.getKey())
        .sorted()
        .toList();
  }

  private static double[] means(JobTable jobs, List<String> clusters) {
    int[] placeOf = jobs.virtualClusters().names().stream().mapToInt(clusters::indexOf).toArray();
    long[] sums = new long[clusters.size()];
    long[] counts = new long[clusters.size()];
    for (int row = 0; row < jobs.size(); row++) {
      int place = placeOf[jobs.virtualClusters().code(row)];
      if (place >= 0) {
        sums[place] += jobs.queueSeconds(row);
        counts[place]++;
      }
    }
    double[] means = new double[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = counts[i] == 0 ? 0 : (double) sums[i] / counts[i];
    }
    return means;
  }

  private Figure figure(Delays delays) {
    return new Figure(
        name(),
        "Mean queueing delay per virtual cluster",
        delays.sentence(),
        "Grouped bars of the mean queueing delay, a group per virtual cluster, a bar per policy. "
            + delays.sentence(),
        SIZE,
        Chart.of(
            Axis.of("Virtual cluster", Scales.names(delays.clusters())),
            Axis.of("Mean queueing delay", Scales.durationFromZero(delays.longest())),
            delays::layers));
  }

  /**
   * Mean delays.
   *
   * @param meanSeconds per policy and virtual cluster
   */
  private record Delays(List<String> policies, List<String> clusters, double[][] meanSeconds) {
    double longest() {
      return Arrays.stream(meanSeconds).flatMapToDouble(Arrays::stream).max().orElse(0);
    }

    List<Layer> layers(Theme theme) {
      List<Layer> layers = new ArrayList<>();
      List<Bar> bars = new ArrayList<>();
      double width = GROUP_WIDTH / policies.size();
      for (int p = 0; p < policies.size(); p++) {
        SeriesStyle style = theme.policy(policies.get(p));
        layers.add(Layers.boxInLegend(policies.get(p), style));
        for (int c = 0; c < clusters.size(); c++) {
          double left = c + (1 - GROUP_WIDTH) / 2 + p * width;
          bars.add(new Bar(left, left + 0.9 * width, 0, meanSeconds[p][c], style));
        }
      }
      layers.add(Layers.bars(bars));
      return layers;
    }

    /** The longest delay, and how it is under the policy that serves that virtual cluster best. */
    String sentence() {
      int worst = 0;
      int place = 0;
      for (int p = 0; p < policies.size(); p++) {
        for (int c = 0; c < clusters.size(); c++) {
          if (meanSeconds[p][c] > meanSeconds[worst][place]) {
            worst = p;
            place = c;
          }
        }
      }
      String longest =
          "Jobs wait longest in %s under %s, %s on average"
              .formatted(clusters.get(place), policies.get(worst), Durations.text(longest()));
      return longest() == 0 ? "No job waits." : longest + best(place) + shown();
    }

    private String best(int place) {
      int best = 0;
      for (int p = 0; p < policies.size(); p++) {
        best = meanSeconds[p][place] < meanSeconds[best][place] ? p : best;
      }
      return policies.size() == 1
          ? "."
          : "; under %s %s."
              .formatted(policies.get(best), Durations.text(meanSeconds[best][place]));
    }

    private String shown() {
      return clusters.size() < MOST_CLUSTERS
          ? ""
          : " The %s virtual clusters with most jobs are shown."
              .formatted(Numbers.whole(clusters.size()));
    }
  }
}
