package org.limpid.interpret.ebm;

/**
 * What training saw of one feature.
 *
 * @param minimum smallest value; {@code NaN} for a categorical feature
 * @param maximum largest value; {@code NaN} for a categorical feature
 * @param distinctCount how many different values there were
 * @param densityEdges edges of the density histogram, ascending, from {@code minimum} to {@code
 *     maximum}; empty for a categorical feature
 * @param densityWeights total weight of the rows between two edges, one fewer than edges
 */
public record FeatureSummary(
    double minimum,
    double maximum,
    int distinctCount,
    double[] densityEdges,
    double[] densityWeights) {
  public FeatureSummary {
    densityEdges = densityEdges.clone();
    densityWeights = densityWeights.clone();
    if (densityWeights.length != Math.max(0, densityEdges.length - 1)) {
      throw new IllegalArgumentException("expected one weight between every two edges");
    }
  }

  public static FeatureSummary categorical(int distinctCount) {
    return new FeatureSummary(Double.NaN, Double.NaN, distinctCount, new double[0], new double[0]);
  }
}
