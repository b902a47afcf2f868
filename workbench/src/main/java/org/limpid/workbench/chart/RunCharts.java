package org.limpid.workbench.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.limpid.plots.chart.MinMaxThinning;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.cluster.GroupedBars;
import org.limpid.plots.cluster.JobGroups;
import org.limpid.plots.theme.Dash;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;
import org.limpid.results.RunFolder;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;

/**
 * Charts of the policies of a run. Long series are thinned first, as XChart draws all points.
 *
 * @param policies those to show, in this order
 */
record RunCharts(RunFolder run, List<String> policies, ChartLook look) {
  private static final int MOST_POINTS = 500;
  private static final int MOST_CLUSTERS = 24;
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;

  /** Times below a second, which a logarithmic axis lacks, count as one. */
  private static final double SHORTEST_SECONDS = 1;

  /** The share of jobs that complete within some time. */
  XYChart jctCdf() {
    XYChart chart = look.xy("Job completion time", "Job completion time (h)", "Jobs completed (%)");
    chart.getStyler().setXAxisLogarithmic(true);
    for (String policy : policies) {
      long[] sorted = run.jobs(policy).sortedJctSeconds();
      if (sorted.length > 0) {
        int[] ranks = ranks(sorted.length);
        look.line(
            chart,
            policy,
            look.theme().policy(policy),
            Arrays.stream(ranks)
                .mapToDouble(rank -> Math.max(SHORTEST_SECONDS, sorted[rank]) / HOUR)
                .toArray(),
            Arrays.stream(ranks).mapToDouble(rank -> 100 * (rank + 1.0) / sorted.length).toArray());
      }
    }
    return chart;
  }

  /** Some ranks from 0, evenly apart, the first and the last among them. */
  private static int[] ranks(int count) {
    int shown = Math.min(count, MOST_POINTS);
    return IntStream.range(0, shown)
        .map(i -> shown == 1 ? 0 : (int) ((long) i * (count - 1) / (shown - 1)))
        .toArray();
  }

  /** The mean queueing delay in the virtual clusters with most jobs. */
  CategoryChart queueByVirtualCluster() {
    JobGroups clusters = JobGroups.byVirtualCluster(run.jobs(policies.getFirst()), MOST_CLUSTERS);
    GroupedBars delays = GroupedBars.of(run, policies, clusters, jobs -> jobs::queueSeconds);
    CategoryChart chart =
        look.bars(
            "Mean queueing delay per virtual cluster",
            "Virtual cluster",
            "Mean queueing delay (h)");
    for (int i = 0; i < policies.size(); i++) {
      List<Double> hours =
          Arrays.stream(delays.values()[i]).map(each -> each / HOUR).boxed().toList();
      look.color(
          chart.addSeries(policies.get(i), clusters.names(), hours),
          look.theme().policy(policies.get(i)));
    }
    return chart;
  }

  /** GPUs with a job over time. */
  XYChart gpusInUse() {
    return overTime(
        "GPUs in use",
        "GPUs",
        table ->
            combined(
                table.column(ClusterField.GPUS),
                table.column(ClusterField.GPUS_FREE),
                (all, free) -> all - free));
  }

  /** GPUs that waiting jobs ask for over time. */
  XYChart waiting() {
    return overTime(
        "The queue", "GPUs waited for", table -> table.column(ClusterField.GPUS_PENDING));
  }

  private static double[] combined(double[] left, double[] right, BinaryOperator<Double> operator) {
    return IntStream.range(0, left.length)
        .mapToDouble(i -> operator.apply(left[i], right[i]))
        .toArray();
  }

  @FunctionalInterface
  private interface Reading {
    double[] of(ClusterTable table);
  }

  private XYChart overTime(String title, String beside, Reading values) {
    XYChart chart = look.xy(title, "Time since the start of the run (d)", beside);
    for (String policy : sampled()) {
      ClusterTable table = run.cluster(policy);
      double[] days =
          Arrays.stream(table.column(ClusterField.TIME))
              .map(second -> (second - run.description().startSeconds()) / DAY)
              .toArray();
      MinMaxThinning.Series thinned =
          MinMaxThinning.of(
              days, values.of(table), MOST_POINTS, Scales.linear(days[0], days[days.length - 1]));
      look.line(
          chart,
          policy,
          look.theme().policy(policy).with(Dash.SOLID).wider(0.6),
          thinned.xs(),
          thinned.ys());
    }
    return chart;
  }

  /** Those that run on the cluster as it is, which a bound does not, and that have samples. */
  private List<String> sampled() {
    return policies.stream()
        .filter(policy -> Policies.standard().about(policy).role() != Role.BOUND)
        .filter(policy -> run.hasCluster(policy))
        .filter(policy -> run.cluster(policy).column(ClusterField.TIME).length > 0)
        .toList();
  }
}
