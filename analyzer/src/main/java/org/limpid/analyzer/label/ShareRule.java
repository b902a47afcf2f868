package org.limpid.analyzer.label;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.limpid.data.PairProfile;
import org.limpid.data.Workload;

/**
 * The rule of Lucid that makes share scores of measured pairs: with a mean relative speed below
 * {@value #HEAVY_BELOW} a workload is heavy (2), below {@value #MEDIUM_BELOW} medium (1), else
 * light (0).
 *
 * <p>Source: {@code analyzer.py} of the artifact.
 */
public final class ShareRule {
  /** Mean rates below this make a workload heavy. */
  public static final double HEAVY_BELOW = 0.85;

  /** Mean rates below this, yet not heavy, make it medium. */
  public static final double MEDIUM_BELOW = 0.95;

  private static final int HEAVY = 2;

  private ShareRule() {}

  /** The score that belongs to a mean relative speed. */
  public static int score(double meanRate) {
    return meanRate < HEAVY_BELOW ? HEAVY : meanRate < MEDIUM_BELOW ? 1 : 0;
  }

  /**
   * The scores of some workloads.
   *
   * @param workloads whose scores are wanted
   * @param pairs all measured pairs
   * @param unmeasuredHeavy whether a workload in no pair is heavy, as in the artifact, which takes
   *     its mean for 0; else it has no score
   * @return in the order of the workloads; those without a score are left out
   */
  public static Map<Workload, Integer> scores(
      List<Workload> workloads, List<PairProfile> pairs, boolean unmeasuredHeavy) {
    MeanRates rates = MeanRates.of(pairs);
    Map<Workload, Integer> scores = new LinkedHashMap<>();
    for (Workload workload : workloads) {
      OptionalDouble mean = rates.mean(workload);
      if (mean.isPresent()) {
        scores.put(workload, score(mean.getAsDouble()));
      } else if (unmeasuredHeavy) {
        scores.put(workload, HEAVY);
      }
    }
    return scores;
  }
}
