package org.limpid.simulation.run;

import java.util.Objects;
import org.limpid.simulation.resource.PlacementRule;

/**
 * How to run.
 *
 * @param placement where jobs go
 * @param sampleSeconds interval of the cluster series, at least 1
 * @param seed seed of everything that is drawn
 * @param threads threads to use, at least 1; results don't depend on it
 * @param explained whether decisions are recorded; results don't depend on it
 * @param snapshotSeconds time between snapshots of the state, from which changed runs can go on; 0:
 *     none are kept
 */
public record SimulationOptions(
    PlacementRule placement,
    int sampleSeconds,
    long seed,
    int threads,
    boolean explained,
    long snapshotSeconds) {
  /** Interval of the cluster series in the published artifact. */
  public static final int DEFAULT_SAMPLE_SECONDS = 60;

  public SimulationOptions {
    Objects.requireNonNull(placement, "placement");
    if (sampleSeconds < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "sampling interval and threads must be at least 1, found %d and %d"
              .formatted(sampleSeconds, threads));
    }
    if (snapshotSeconds < 0) {
      throw new IllegalArgumentException(
          "time between snapshots must be at least 0 s, found " + snapshotSeconds);
    }
  }

  /** Without a record of decisions and without snapshots. */
  public SimulationOptions(PlacementRule placement, int sampleSeconds, long seed, int threads) {
    this(placement, sampleSeconds, seed, threads, false, 0);
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
    return new SimulationOptions(placement, sampleSeconds, seed, count, explained, snapshotSeconds);
  }

  /** A copy with another placement rule. */
  public SimulationOptions withPlacement(PlacementRule rule) {
    return new SimulationOptions(rule, sampleSeconds, seed, threads, explained, snapshotSeconds);
  }

  /** A copy with or without a record of decisions. */
  public SimulationOptions withExplained(boolean recorded) {
    return new SimulationOptions(
        placement, sampleSeconds, seed, threads, recorded, snapshotSeconds);
  }

  /** A copy with another time between snapshots. */
  public SimulationOptions withSnapshotSeconds(long seconds) {
    return new SimulationOptions(placement, sampleSeconds, seed, threads, explained, seconds);
  }
}
