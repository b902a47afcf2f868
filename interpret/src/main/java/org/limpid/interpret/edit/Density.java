package org.limpid.interpret.edit;

import org.limpid.interpret.ebm.FeatureSummary;

/** How the training rows spread over the values of a number, as far as its summary tells. */
final class Density {
  private final double[] edges;
  private final double[] weights;

  /** The histogram of the summary; one bar from minimum to maximum where it has none. */
  Density(FeatureSummary summary) {
    boolean known = summary.densityEdges().length > 1;
    boolean range = summary.minimum() < summary.maximum();
    double[] wholeRange = {summary.minimum(), summary.maximum()};
    edges = known ? summary.densityEdges() : range ? wholeRange : new double[0];
    weights = known ? summary.densityWeights() : range ? new double[] {1} : new double[0];
  }

  /**
   * The weight between two values, spread evenly within each bar of the histogram.
   *
   * @param from may be negative infinity
   * @param to at least {@code from}; may be positive infinity
   */
  double between(double from, double to) {
    double total = 0;
    for (int bar = 0; bar < weights.length; bar++) {
      double low = Math.max(from, edges[bar]);
      double high = Math.min(to, edges[bar + 1]);
      double width = edges[bar + 1] - edges[bar];
      if (high > low && width > 0) {
        total += weights[bar] * ((high - low) / width);
      }
    }
    return total;
  }
}
