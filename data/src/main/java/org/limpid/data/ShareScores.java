package org.limpid.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.Profiles.SingleProfile;

/**
 * Share scores from measured pairs: a workload whose mean rate over all its pairs is below {@value
 * #HEAVY_BELOW} is heavy (2), below {@value #MEDIUM_BELOW} medium (1), else light (0). A pair with
 * itself counts with both rates. A workload in no pair is heavy, as nothing is known that allows to
 * share its GPUs.
 */
public final class ShareScores {
  private static final double HEAVY_BELOW = 0.85;
  private static final double MEDIUM_BELOW = 0.95;

  private final Map<Workload, Mean> rates = new HashMap<>();

  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      sum += value;
      count++;
    }
  }

  /** The scores that follow from all measured pairs. */
  public ShareScores(List<PairProfile> pairs) {
    for (PairProfile pair : pairs) {
      rates.computeIfAbsent(pair.first(), _ -> new Mean()).add(pair.firstRate());
      rates.computeIfAbsent(pair.second(), _ -> new Mean()).add(pair.secondRate());
    }
  }

  /** A workload with its score. */
  public SingleProfile label(WorkloadProfile profile) {
    return new SingleProfile(profile, score(rates.get(profile.workload())));
  }

  private static int score(Mean rate) {
    if (rate == null || rate.sum / rate.count < HEAVY_BELOW) {
      return 2;
    }
    return rate.sum / rate.count < MEDIUM_BELOW ? 1 : 0;
  }
}
