package org.limpid.simulation.metrics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of paired differences, with its 95 % confidence interval.
 *
 * <p>With differences d of n pairs, their mean m and their standard deviation s (divided by n - 1),
 * the interval is m +- t s / sqrt(n), where t is the 0.975-quantile of Student's t with n - 1
 * degrees of freedom. It assumes that the mean is about normal and takes no account of how many
 * pairs of policies are compared.
 *
 * @param pairs number of pairs
 * @param mean first - second on average; NaN for no pair
 * @param halfWidth half of the width of the interval; NaN for fewer than two pairs
 */
public record PairedDifference(int pairs, double mean, double halfWidth) {
  private static final double UPPER_TAIL = 0.975;

  /**
   * The difference {@code first - second}.
   *
   * @param first values of one side
   * @param second values of the other in the same order, as many
   */
  public static PairedDifference of(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "expected pairs, found %d and %d values".formatted(first.length, second.length));
    }
    int pairs = first.length;
    double sum = 0;
    for (int i = 0; i < pairs; i++) {
      sum += first[i] - second[i];
    }
    double mean = sum / pairs;
    double squares = 0;
    for (int i = 0; i < pairs; i++) {
      double deviation = first[i] - second[i] - mean;
      squares += deviation * deviation;
    }
    return new PairedDifference(pairs, mean, halfWidth(pairs, squares));
  }

  private static double halfWidth(int pairs, double squares) {
    if (pairs < 2) {
      return Double.NaN;
    }
    double quantile = TDistribution.of(pairs - 1).inverseCumulativeProbability(UPPER_TAIL);
    return quantile * Math.sqrt(squares / (pairs - 1) / pairs);
  }

  /** Lower end of the interval. */
  public double low() {
    return mean - halfWidth;
  }

  /** Upper end of the interval. */
  public double high() {
    return mean + halfWidth;
  }

  /** Whether the difference may be chance: the interval holds 0, or there is none. */
  public boolean isWithinNoise() {
    return !(Math.abs(mean) > halfWidth);
  }
}
