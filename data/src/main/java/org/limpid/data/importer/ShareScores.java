package org.limpid.data.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Workload;

/**
 * Share scores for a table of workloads that has none: from the mean rate at which a workload runs
 * over all measured pairs with it; below 0.85 it is heavy (2), below 0.95 medium (1), else light
 * (0). A workload in no pair is heavy, as nothing is known that allows to share its GPUs.
 */
final class ShareScores {
  private static final double HEAVY_BELOW = 0.85;
  private static final double MEDIUM_BELOW = 0.95;

  private final Map<Workload, List<Double>> rates = new HashMap<>();

  ShareScores(List<PairProfile> pairs) {
    for (PairProfile pair : pairs) {
      add(pair.first(), pair.firstRate());
      add(pair.second(), pair.secondRate());
    }
  }

  private void add(Workload workload, double rate) {
    rates.computeIfAbsent(workload, _ -> new ArrayList<>()).add(rate);
  }

  SingleProfile label(SingleProfile single) {
    return new SingleProfile(single.profile(), score(single.profile().workload()));
  }

  private int score(Workload workload) {
    double mean =
        rates.getOrDefault(workload, List.of()).stream()
            .mapToDouble(rate -> rate)
            .average()
            .orElse(0);
    return mean < HEAVY_BELOW ? 2 : mean < MEDIUM_BELOW ? 1 : 0;
  }
}
