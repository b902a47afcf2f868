package org.limpid.bench.models;

import org.limpid.interpret.evaluate.Metric;

/**
 * What a figure has to reach.
 *
 * @param figure one of the names in {@link Accuracy}
 * @param reference what interpret 0.7.8 reached; {@code NaN} if not known
 * @param bound what the mean over the seeds must not pass
 * @param isUpperBound whether the bound is the largest that will do, else the smallest
 */
record Goal(String figure, double reference, double bound, boolean isUpperBound) {
  static Goal atMost(Metric metric, double reference, double bound) {
    return atMost(metric.metricName(), reference, bound);
  }

  static Goal atMost(String figure, double reference, double bound) {
    return new Goal(figure, reference, bound, true);
  }

  static Goal atLeast(Metric metric, double reference, double bound) {
    return atLeast(metric.metricName(), reference, bound);
  }

  static Goal atLeast(String figure, double reference, double bound) {
    return new Goal(figure, reference, bound, false);
  }

  boolean isMetBy(double value) {
    return isUpperBound ? value <= bound : value >= bound;
  }
}
