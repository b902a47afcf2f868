package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.plots.chart.Bar;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/**
 * A group of bars for each name, a bar for each policy.
 *
 * @param policies in the order of the bars
 * @param values per policy and group, in seconds; NaN: none
 */
record GroupedBars(List<String> policies, double[][] values) {
  private static final double GROUP_WIDTH = 0.84;
  private static final double BAR_WIDTH = 0.9;

  GroupedBars {
    policies = List.copyOf(policies);
    values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  double largest() {
    return Arrays.stream(values)
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  List<Layer> layers(Theme theme, boolean legend) {
    List<Layer> layers = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    double width = GROUP_WIDTH / policies.size();
    for (int p = 0; p < policies.size(); p++) {
      SeriesStyle style = theme.policy(policies.get(p));
      if (legend) {
        layers.add(Layers.boxInLegend(policies.get(p), style));
      }
      for (int group = 0; group < values[p].length; group++) {
        double left = group + (1 - GROUP_WIDTH) / 2 + p * width;
        if (!Double.isNaN(values[p][group])) {
          bars.add(new Bar(left, left + BAR_WIDTH * width, 0, values[p][group], style));
        }
      }
    }
    layers.add(Layers.bars(bars));
    return layers;
  }
}
