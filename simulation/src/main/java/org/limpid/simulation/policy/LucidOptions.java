package org.limpid.simulation.policy;

import java.util.Map;
import java.util.Objects;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Workload;

/**
 * What may be chosen about Lucid beside the profiler and the times of sharing.
 *
 * @param sharingLimit largest sum of the share scores of two jobs on the same GPUs, 0..{@value
 *     #ANY_PAIR}
 * @param memoryMarginMib memory of each GPU that two jobs must leave free, MiB, at least 0
 * @param shareScores share scores (0 light, 1 medium, 2 heavy) that replace those of the profiles;
 *     workloads that are not named keep theirs
 * @param predictedSpeeds predicted speeds of pairs that were not measured; {@link PairSpeeds#EMPTY}
 *     if there are none
 */
public record LucidOptions(
    int sharingLimit,
    int memoryMarginMib,
    Map<Workload, Integer> shareScores,
    PairSpeeds predictedSpeeds) {
  /** The sharing limit of the published artifact. */
  public static final int DEFAULT_SHARING_LIMIT = 2;

  /** The sharing limit under which any two jobs may share. */
  public static final int ANY_PAIR = 4;

  public LucidOptions {
    if (sharingLimit < 0 || sharingLimit > ANY_PAIR) {
      throw new IllegalArgumentException(
          "sharing limit must be 0..%d, found %d".formatted(ANY_PAIR, sharingLimit));
    }
    if (memoryMarginMib < 0) {
      throw new IllegalArgumentException(
          "memory margin must be at least 0 MiB, found " + memoryMarginMib);
    }
    Objects.requireNonNull(predictedSpeeds, "predictedSpeeds");
    shareScores = Map.copyOf(shareScores);
    shareScores.forEach(LucidOptions::requireScore);
  }

  private static void requireScore(Workload workload, int score) {
    if (score < 0 || score > 2) {
      throw new IllegalArgumentException(
          "share score of %s must be 0, 1 or 2, found %d".formatted(workload, score));
    }
  }

  /** As in the published artifact. */
  public static LucidOptions standard() {
    return new LucidOptions(DEFAULT_SHARING_LIMIT, 0, Map.of(), PairSpeeds.EMPTY);
  }

  /** A copy with another sharing limit. */
  public LucidOptions withSharingLimit(int limit) {
    return new LucidOptions(limit, memoryMarginMib, shareScores, predictedSpeeds);
  }

  /** A copy with another memory margin. */
  public LucidOptions withMemoryMarginMib(int margin) {
    return new LucidOptions(sharingLimit, margin, shareScores, predictedSpeeds);
  }

  /** A copy with other share scores in place of those of the profiles. */
  public LucidOptions withShareScores(Map<Workload, Integer> scores) {
    return new LucidOptions(sharingLimit, memoryMarginMib, scores, predictedSpeeds);
  }

  /** A copy with other predicted speeds of pairs. */
  public LucidOptions withPredictedSpeeds(PairSpeeds speeds) {
    return new LucidOptions(sharingLimit, memoryMarginMib, shareScores, speeds);
  }
}
