package org.limpid.plots.cluster;

import java.util.Arrays;
import java.util.List;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.ShownPolicies;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;
import org.limpid.results.RunFolder;

/** The cluster in a span of time, under policies with samples there. */
record OverTime(RunFolder run, ShownPolicies shown, ShownTime span) {
  static final String NOTHING = "the run has no samples of the cluster in that time";

  static OverTime of(RunFolder run, FigureOptions options) {
    ShownPolicies shown =
        ShownPolicies.among(PolicyChoice.onCluster(options.policiesOf(run)), run, options);
    ShownTime span = ShownTime.of(options, run.description(), whole(run, shown.policies()));
    List<String> sampled =
        shown.policies().stream()
            .filter(policy ->
                !ClusterSamples.between(run.cluster(policy), span.from(), span.to()).isEmpty())
            .toList();
    return new OverTime(run, new ShownPolicies(sampled, shown.leftOut()), span);
  }

  private static ShownTime whole(RunFolder run, List<String> policies) {
    long start = run.description().startSeconds();
    double last = start + 1.0;
    for (String policy : policies) {
      double[] times = run.cluster(policy).column(ClusterField.TIME);
      last = times.length == 0 ? last : Math.max(last, times[times.length - 1]);
    }
    return new ShownTime(start, (long) last);
  }

  ClusterTable table(String policy) {
    return run.cluster(policy);
  }

  ClusterSamples samples(String policy) {
    return ClusterSamples.between(table(policy), span.from(), span.to());
  }

  Axis axis() {
    return TimeAxis.of(run.description(), span.from(), span.to());
  }

  double largest(ClusterField field) {
    return policies().stream()
        .flatMapToDouble(policy -> Arrays.stream(samples(policy).values(field)))
        .max()
        .orElse(0);
  }

  List<String> policies() {
    return shown.policies();
  }
}
