package org.limpid.experiment.fidelity;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.limpid.data.Quantile;
import org.limpid.interpret.evaluate.RegressionMetrics;

/**
 * Waits of the same jobs in reality and in a simulation.
 *
 * @param jobs how many, at least one
 * @param real in reality
 * @param simulated in the simulation
 * @param ksDistance largest difference of both cumulative distributions (Kolmogorov and Smirnov),
 *     0..1
 * @param rankCorrelation Spearman's, -1..1: whether the same jobs wait long; empty where all wait
 *     alike on one side
 */
public record WaitComparison(
    int jobs, Waits real, Waits simulated, double ksDistance, OptionalDouble rankCorrelation) {
  /** Seconds that jobs wait. */
  public record Waits(double mean, double median, double p90, double p99) {
    private static Waits ofSorted(double[] sorted) {
      return new Waits(
          Arrays.stream(sorted).average().orElseThrow(),
          Quantile.ofSorted(sorted, 0.5),
          Quantile.ofSorted(sorted, 0.9),
          Quantile.ofSorted(sorted, 0.99));
    }
  }

  /**
   * Compares.
   *
   * @param real seconds, at least one
   * @param simulated of the same jobs
   */
  static WaitComparison of(double[] real, double[] simulated) {
    double[] sortedReal = sorted(real);
    double[] sortedSimulated = sorted(simulated);
    double correlation = RegressionMetrics.spearman(real, simulated);
    return new WaitComparison(
        real.length,
        Waits.ofSorted(sortedReal),
        Waits.ofSorted(sortedSimulated),
        ksDistance(sortedReal, sortedSimulated),
        Double.isNaN(correlation) ? OptionalDouble.empty() : OptionalDouble.of(correlation));
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Of two samples of the same size, both sorted. */
  private static double ksDistance(double[] a, double[] b) {
    int i = 0;
    int j = 0;
    int most = 0;
    while (i < a.length && j < b.length) {
      double value = Math.min(a[i], b[j]);
      i = behind(a, i, value);
      j = behind(b, j, value);
      most = Math.max(most, Math.abs(i - j));
    }
    return (double) most / a.length;
  }

  private static int behind(double[] sorted, int from, double value) {
    int place = from;
    while (place < sorted.length && sorted[place] <= value) {
      place++;
    }
    return place;
  }
}
