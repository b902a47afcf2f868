package org.limpid.experiment.sweep;

import java.util.List;
import org.limpid.simulation.metrics.PairedDifference;

/**
 * What came of a configuration.
 *
 * @param configuration what was run
 * @param replicas one result per replica, at least one
 */
public record ConfigurationResult(Configuration configuration, List<PointResult> replicas) {
  public ConfigurationResult {
    replicas = List.copyOf(replicas);
  }

  /**
   * The mean of a metric over the replicas that were run, with its 95 % interval: the difference
   * from nothing. NaN if none was run; no interval for one.
   */
  public PairedDifference mean(SweepMetric metric) {
    double[] values =
        replicas.stream()
            .filter(PointResult::succeeded)
            .mapToDouble(result -> result.value(metric))
            .toArray();
    return PairedDifference.of(values, new double[values.length]);
  }
}
