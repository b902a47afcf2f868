package org.limpid.analyzer.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/** Tells the share score of a workload that was measured alone. Immutable. */
@FunctionalInterface
public interface ScoreModel {
  /** The score: 0 light, 1 medium, 2 heavy. */
  int score(WorkloadProfile profile);

  /** The scores of some workloads, in their order. */
  default Map<Workload, Integer> scores(List<WorkloadProfile> profiles) {
    Map<Workload, Integer> scores = new LinkedHashMap<>();
    profiles.forEach(profile -> scores.put(profile.workload(), score(profile)));
    return scores;
  }
}
