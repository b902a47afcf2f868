package org.limpid.experiment.sweep;

import java.io.Serializable;
import java.util.Arrays;
import org.limpid.simulation.metrics.PolicySummary;

/**
 * What came of a point: a value for each metric, or why there is none.
 *
 * @param values one per metric, in the order of {@link SweepMetric}; all NaN if it can't be run
 * @param problem why it can't be run, on one line; empty if it can
 */
public record PointResult(double[] values, String problem) implements Serializable {
  public PointResult {
    values = values.clone();
  }

  /** The metrics of a run. */
  static PointResult of(PolicySummary summary) {
    return new PointResult(
        Arrays.stream(SweepMetric.values()).mapToDouble(metric -> metric.of(summary)).toArray(),
        "");
  }

  /**
   * A point that can't be run.
   *
   * @param reason why
   */
  static PointResult impossible(String reason) {
    double[] unknown = new double[SweepMetric.values().length];
    Arrays.fill(unknown, Double.NaN);
    return new PointResult(unknown, reason.replaceAll("\\s+", " ").strip());
  }

  /** Whether it was run. */
  public boolean succeeded() {
    return problem.isEmpty();
  }

  /** A metric; NaN if there is none. */
  public double value(SweepMetric metric) {
    return values[metric.ordinal()];
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PointResult result
        && Arrays.equals(values, result.values)
        && problem.equals(result.problem);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + problem.hashCode();
  }
}
