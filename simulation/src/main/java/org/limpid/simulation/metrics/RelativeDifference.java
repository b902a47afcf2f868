package org.limpid.simulation.metrics;

import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * By what share of a sum another one over the same things differs, with its 95 % confidence
 * interval from one run.
 *
 * <p>Things of one group may depend on each other, groups hardly: the interval is that of the
 * jackknife which leaves out a group at a time. With shares r of n such samples and their mean m it
 * is {@code share +- t sqrt((n - 1) / n sum (r - m)^2)}, where t is the 0.975-quantile of Student's
 * t with n - 1 degrees of freedom. Source: Efron and Tibshirani, "An Introduction to the
 * Bootstrap", 1993, chapter 11.
 *
 * @param share (values - base) / base over all; NaN if the base is 0
 * @param halfWidth half of the width of the interval; NaN for fewer than two groups
 */
public record RelativeDifference(double share, double halfWidth) {
  private static final double UPPER_TAIL = 0.975;

  /** Sums of a group. */
  private static final class Sums {
    private double values;
    private double base;
  }

  /**
   * The difference of values from a base.
   *
   * @param values one per thing
   * @param base one per thing, in the same order
   * @param groups group of each thing, in the same order
   */
  public static RelativeDifference of(double[] values, double[] base, long[] groups) {
    if (values.length != base.length || values.length != groups.length) {
      throw new IllegalArgumentException(
          "expected as many values, found %d, %d and %d"
              .formatted(values.length, base.length, groups.length));
    }
    Map<Long, Sums> sums = new TreeMap<>();
    Sums all = new Sums();
    for (int i = 0; i < values.length; i++) {
      Sums group = sums.computeIfAbsent(groups[i], _ -> new Sums());
      group.values += values[i];
      group.base += base[i];
      all.values += values[i];
      all.base += base[i];
    }
    double[] others =
        sums.values().stream()
            .mapToDouble(group -> share(all.values - group.values, all.base - group.base))
            .toArray();
    return new RelativeDifference(share(all.values, all.base), halfWidth(others));
  }

  private static double share(double value, double base) {
    return base == 0 ? Double.NaN : (value - base) / base;
  }

  private static double halfWidth(double[] shares) {
    int count = shares.length;
    if (count < 2) {
      return Double.NaN;
    }
    double mean = 0;
    for (double share : shares) {
      mean += share / count;
    }
    double squares = 0;
    for (double share : shares) {
      squares += (share - mean) * (share - mean);
    }
    double quantile = TDistribution.of(count - 1).inverseCumulativeProbability(UPPER_TAIL);
    return quantile * Math.sqrt(squares * (count - 1) / count);
  }

  /** Lower end of the interval. */
  public double low() {
    return share - halfWidth;
  }

  /** Upper end of the interval. */
  public double high() {
    return share + halfWidth;
  }
}
