package org.limpid.simulation.run;

import java.util.Objects;
import org.limpid.simulation.placement.PlacementRule;

/**
 * How to run.
 *
 * @param placement where jobs go
 * @param sampleSeconds interval of the cluster series, at least 1
 * @param seed seed of everything that is drawn
 * @param threads threads to use, at least 1; results don't depend on it
 * @param explained whether decisions are recorded; results don't depend on it
 */
public record SimulationOptions(
    PlacementRule placement, int sampleSeconds, long seed, int threads, boolean explained) {
  /** Interval of the cluster series in the published artifact. */
  public static final int DEFAULT_SAMPLE_SECONDS = 60;

  public SimulationOptions {
    Objects.requireNonNull(placement, "placement");
    if (sampleSeconds < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "sampling interval and threads must be at least 1, found %d and %d"
              .formatted(sampleSeconds, threads));
    }
  }

  /** Without a record of decisions. */
  public SimulationOptions(PlacementRule placement, int sampleSeconds, long seed, int threads) {
    this(placement, sampleSeconds, seed, threads, false);
  }

  /** Consolidated placement, one sample a minute, seed 0, as many threads as processors. */
  public static SimulationOptions standard() {
    return new SimulationOptions(
        PlacementRule.CONSOLIDATE,
        DEFAULT_SAMPLE_SECONDS,
        0,
        Runtime.getRuntime().availableProcessors());
  }

  /** A copy with another number of threads. */
  public SimulationOptions withThreads(int count) {
    return new SimulationOptions(placement, sampleSeconds, seed, count, explained);
  }

  /** A copy with another placement rule. */
  public SimulationOptions withPlacement(PlacementRule rule) {
    return new SimulationOptions(rule, sampleSeconds, seed, threads, explained);
  }

  /** A copy with or without a record of decisions. */
  public SimulationOptions withExplained(boolean recorded) {
    return new SimulationOptions(placement, sampleSeconds, seed, threads, recorded);
  }
}
