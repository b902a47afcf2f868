package org.limpid.simulation.policy;

import java.util.Map;
import java.util.Objects;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Workload;

/**
 * What is predicted of workloads that share GPUs.
 *
 * @param shareScores share scores (0 light, 1 medium, 2 heavy) that replace those of the profiles;
 *     workloads that are not named keep theirs
 * @param pairSpeeds speeds of pairs that were not measured; {@link PairSpeeds#EMPTY} if there are
 *     none
 */
public record WorkloadPredictions(Map<Workload, Integer> shareScores, PairSpeeds pairSpeeds) {
  /** Nothing is predicted. */
  public static final WorkloadPredictions NONE =
      new WorkloadPredictions(Map.of(), PairSpeeds.EMPTY);

  public WorkloadPredictions {
    Objects.requireNonNull(pairSpeeds, "pairSpeeds");
    shareScores = Map.copyOf(shareScores);
    shareScores.forEach(WorkloadPredictions::requireScore);
  }

  private static void requireScore(Workload workload, int score) {
    if (score < 0 || score > 2) {
      throw new IllegalArgumentException(
          "share score of %s must be 0, 1 or 2, found %d".formatted(workload, score));
    }
  }
}
