package org.limpid.plots.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.experiment.sweep.Configuration;
import org.limpid.experiment.sweep.ConfigurationResult;
import org.limpid.experiment.sweep.NamedSemantics;
import org.limpid.experiment.sweep.SettingAxis;
import org.limpid.experiment.sweep.SweepGrid;
import org.limpid.experiment.sweep.SweepMetric;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.simulation.metrics.PairedDifference;

/**
 * The configurations of a sweep that differ in nothing but the load, on one data set.
 *
 * @param label what tells them from other series
 * @param policy the policy, if that tells them; empty: number tells them
 * @param number their place among the series, from 0
 * @param byLoad one result per load, ascending
 */
record SweepSeries(String label, String policy, int number, List<ConfigurationResult> byLoad) {
  /** The series of a data set, in the order of the sweep. */
  static List<SweepSeries> of(
      SweepGrid grid, String data, List<ConfigurationResult> configurations) {
    Map<String, List<ConfigurationResult>> byLabel = new LinkedHashMap<>();
    configurations.stream()
        .filter(each -> each.configuration().data().equals(data))
        .sorted((a, b) -> Double.compare(a.configuration().load(), b.configuration().load()))
        .forEach(each ->
            byLabel
                .computeIfAbsent(label(grid, each.configuration()), _ -> new ArrayList<>())
                .add(each));
    List<SweepSeries> series = new ArrayList<>();
    byLabel.forEach((label, results) -> {
      String name = results.getFirst().configuration().policy().name();
      String policy = byLabel.size() == grid.policies().size() ? name : "";
      series.add(new SweepSeries(label, policy, series.size(), results));
    });
    return series;
  }

  /** The policy, and what else differs between configurations. */
  private static String label(SweepGrid grid, Configuration configuration) {
    List<String> words = new ArrayList<>(List.of(configuration.policy().name()));
    List<NamedSemantics> semantics = grid.semantics();
    if (semantics.size() > 1) {
      words.add(configuration.semantics().name());
    }
    for (SettingAxis<?> axis : grid.settings()) {
      String value = configuration.text(axis.setting());
      if (axis.values().size() > 1 && !value.isEmpty()) {
        words.add(axis.setting().name() + " " + value);
      }
    }
    return String.join(", ", words);
  }

  SeriesStyle style(Theme theme) {
    return policy.isEmpty() ? theme.series(number) : theme.policy(policy);
  }

  double[] loads() {
    return byLoad.stream().mapToDouble(each -> each.configuration().load()).toArray();
  }

  double[] means(SweepMetric metric) {
    return byLoad.stream().mapToDouble(each -> each.mean(metric).mean()).toArray();
  }

  double[] lows(SweepMetric metric) {
    return byLoad.stream().mapToDouble(each -> Math.max(0, each.mean(metric).low())).toArray();
  }

  double[] highs(SweepMetric metric) {
    return byLoad.stream()
        .map(each -> each.mean(metric))
        .mapToDouble(PairedDifference::high)
        .toArray();
  }
}
