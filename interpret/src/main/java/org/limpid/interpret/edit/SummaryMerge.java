package org.limpid.interpret.edit;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.interpret.ebm.FeatureSummary;

/** What several trainings together saw of a feature. */
final class SummaryMerge {
  private SummaryMerge() {}

  /**
   * The summaries as one. The density has the edges of all histograms; how many different values
   * there were is only known to be at least the largest number.
   */
  static FeatureSummary of(List<FeatureSummary> all) {
    double[] edges =
        all.stream()
            .flatMapToDouble(summary -> DoubleStream.of(summary.densityEdges()))
            .sorted()
            .distinct()
            .toArray();
    return new FeatureSummary(
        known(all, FeatureSummary::minimum).min().orElse(Double.NaN),
        known(all, FeatureSummary::maximum).max().orElse(Double.NaN),
        all.stream().mapToInt(FeatureSummary::distinctCount).max().orElse(0),
        edges,
        weights(all, edges));
  }

  private static DoubleStream known(
      List<FeatureSummary> all, ToDoubleFunction<FeatureSummary> value) {
    return all.stream().mapToDouble(value).filter(number -> !Double.isNaN(number));
  }

  private static double[] weights(List<FeatureSummary> all, double... edges) {
    List<Density> densities =
        all.stream()
            .filter(summary -> summary.densityEdges().length > 1)
            .map(Density::new)
            .toList();
    return IntStream.range(0, Math.max(0, edges.length - 1))
        .mapToDouble(bar ->
            densities.stream()
                .mapToDouble(density -> density.between(edges[bar], edges[bar + 1]))
                .sum())
        .toArray();
  }
}
