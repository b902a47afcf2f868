package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Layers.Bar;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;

/** A group of bars for each name, a bar for each policy, in seconds; NaN: none. */
public record GroupedBars(List<String> policies, double[][] values) {
  private static final double GROUP_WIDTH = 0.84;
  private static final double BAR_WIDTH = 0.9;
  private static final double SHORT = 0.1;
  private static final double SPACE_ABOVE = 1.3;

  public GroupedBars {
    policies = List.copyOf(policies);
    values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  public record Place(String policy, int group, double value) {}

  /** The means of a number of those jobs that were not turned away. */
  public static GroupedBars of(
      RunFolder run,
      List<String> policies,
      JobGroups groups,
      Function<JobTable, IntToDoubleFunction> number) {
    double[][] means =
        policies.stream()
            .map(run::jobs)
            .map(jobs -> groups.means(jobs.served().toArray(), number.apply(jobs)))
            .toArray(double[][]::new);
    return new GroupedBars(policies, means);
  }

  /** The longest bar, the first of equals. */
  public Place most() {
    Place most = place(0, 0);
    for (int p = 0; p < policies.size(); p++) {
      for (int group = 0; group < values[p].length; group++) {
        most = values[p][group] > most.value ? place(p, group) : most;
      }
    }
    return most;
  }

  /** The shortest bar of a group, the first of equals. */
  public Place least(int group) {
    Place least = place(0, group);
    for (int p = 0; p < policies.size(); p++) {
      least = values[p][group] < least.value ? place(p, group) : least;
    }
    return least;
  }

  private Place place(int policy, int group) {
    return new Place(policies.get(policy), group, values[policy][group]);
  }

  /** The length of the longest bar; 0 if there is none. */
  public double largest() {
    return Arrays.stream(values)
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  /**
   * From 0 to the longest bar; by logarithms, from the half of the shortest one, where half of the
   * bars would not reach a tenth of the longest.
   */
  public Scale scale() {
    return isUneven()
        ? Scales.logarithmicDuration(lengths()[0] / 2, SPACE_ABOVE * largest())
        : Scales.durationFromZero(largest());
  }

  /** The title of the axis, which says where it is logarithmic. */
  public String title(String words) {
    return isUneven() ? words + " (logarithmic)" : words;
  }

  private boolean isUneven() {
    double[] lengths = lengths();
    return lengths.length > 0 && lengths[lengths.length / 2] < SHORT * largest();
  }

  /** The lengths of all bars of a second or more, ascending; shorter ones are not seen. */
  private double[] lengths() {
    return Arrays.stream(values)
        .flatMapToDouble(Arrays::stream)
        .filter(length -> length >= 1)
        .sorted()
        .toArray();
  }

  public List<Layer> layers(Theme theme, boolean legend) {
    List<Layer> layers = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    double width = GROUP_WIDTH / policies.size();
    double foot = scale().low();
    for (int p = 0; p < policies.size(); p++) {
      SeriesStyle style = theme.policy(policies.get(p));
      if (legend) {
        layers.add(Layers.boxInLegend(policies.get(p), style));
      }
      for (int group = 0; group < values[p].length; group++) {
        double left = group + (1 - GROUP_WIDTH) / 2 + p * width;
        if (values[p][group] > foot) {
          bars.add(new Bar(left, left + BAR_WIDTH * width, foot, values[p][group], style));
        }
      }
    }
    layers.add(Layers.bars(bars));
    return layers;
  }
}
