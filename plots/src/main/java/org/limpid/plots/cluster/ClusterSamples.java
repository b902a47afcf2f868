package org.limpid.plots.cluster;

import java.util.Arrays;
import org.limpid.plots.chart.MinMaxThinning;
import org.limpid.plots.chart.Scales;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;

/** Samples of the cluster under one policy that lie in a span of time. */
record ClusterSamples(ClusterTable table, int from, int to) {
  /** One for each point of a page: thinner columns can't be told apart in print. */
  private static final int COLUMNS = 504;

  static ClusterSamples between(ClusterTable table, long fromSecond, long toSecond) {
    double[] times = table.column(ClusterField.TIME);
    int from = 0;
    while (from < times.length && times[from] < fromSecond) {
      from++;
    }
    int to = from;
    while (to < times.length && times[to] <= toSecond) {
      to++;
    }
    return new ClusterSamples(table, from, to);
  }

  boolean isEmpty() {
    return to <= from;
  }

  double[] values(ClusterField field) {
    return Arrays.copyOfRange(table.column(field), from, to);
  }

  /** GPUs with a job. */
  double[] gpusInUse() {
    double[] gpus = values(ClusterField.GPUS);
    double[] free = values(ClusterField.GPUS_FREE);
    Arrays.setAll(gpus, i -> gpus[i] - free[i]);
    return gpus;
  }

  /** As much of a series as can be seen: smallest and largest values stay. */
  MinMaxThinning.Series thinned(double[] values) {
    double[] own = values(ClusterField.TIME);
    return MinMaxThinning.of(own, values, COLUMNS, Scales.linear(own[0], own[own.length - 1]));
  }
}
