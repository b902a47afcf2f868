package org.limpid.interpret.ebm.boost;

/**
 * How a stage is boosted. Names and meaning as in {@code EbmParameter}; smoothing rounds come
 * first, with random cuts.
 */
public record BoostingOptions(
    LeafRule leaves,
    int maxLeaves,
    MissingValues missing,
    double gainScale,
    int minCategorySamples,
    double categorySmoothing,
    double greedyRatio,
    boolean cyclicProgress,
    int smoothingRounds,
    int maxRounds,
    int earlyStoppingRounds,
    double earlyStoppingTolerance) {

  public enum MissingValues {
    /** A leaf of their own. */
    SEPARATE,
    /** With the smallest values. */
    LOW,
    /** With the largest values. */
    HIGH,
    /** With those that gain more. */
    GAIN
  }
}
