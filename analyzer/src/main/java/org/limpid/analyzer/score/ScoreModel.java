package org.limpid.analyzer.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.Profiles;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/** Tells the share score of a workload that was measured alone. Immutable. */
@FunctionalInterface
public interface ScoreModel {
  /** The score: 0 light, 1 medium, 2 heavy. */
  int score(WorkloadProfile profile);

  /** How many scores there are. */
  int SCORES = 3;

  /** The probabilities of the scores 0, 1 and 2; 1 of the one that is told unless it knows more. */
  default double[] probabilities(WorkloadProfile profile) {
    double[] probabilities = new double[SCORES];
    probabilities[score(profile)] = 1;
    return probabilities;
  }

  /** A way to learn share scores. Immutable. */
  @FunctionalInterface
  interface Learner {
    /**
     * Learns.
     *
     * @param sample workloads with their true scores, and the pairs that may be looked at
     * @throws org.limpid.files.DataException if nothing can be learnt from the sample
     */
    ScoreModel train(Profiles sample);
  }

  /** The scores of some workloads, in their order. */
  default Map<Workload, Integer> scores(List<WorkloadProfile> profiles) {
    Map<Workload, Integer> scores = new LinkedHashMap<>();
    profiles.forEach(profile -> scores.put(profile.workload(), score(profile)));
    return scores;
  }
}
