package org.limpid.simulation.policy.lucid;

import java.util.HashMap;
import java.util.Map;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.Workload;

/** What Lucid knows of each workload of a trace, by index. Immutable after construction. */
final class WorkloadFacts {
  private final double[] memoryMib;
  private final int[] shareScores;
  private final PairRates rates;

  /**
   * @param trace gives the workloads
   * @param profiles give share scores and rates
   * @param shareScores replace those of the profiles
   * @param predicted speeds of pairs that were not measured
   */
  WorkloadFacts(
      Trace trace, Profiles profiles, Map<Workload, Integer> shareScores, PairSpeeds predicted) {
    Map<Workload, Integer> scores = new HashMap<>(shareScores);
    for (Profiles.SingleProfile single : profiles.singles()) {
      scores.putIfAbsent(single.profile().workload(), single.shareScore());
    }
    var workloads = trace.workloadProfiles();
    memoryMib = workloads.stream().mapToDouble(profile -> profile.memoryMib()).toArray();
    this.shareScores =
        workloads.stream().mapToInt(profile -> scores.get(profile.workload())).toArray();
    rates = new PairRates(trace, profiles, predicted);
  }

  int size() {
    return memoryMib.length;
  }

  double memoryMib(int workload) {
    return memoryMib[workload];
  }

  int shareScore(int workload) {
    return shareScores[workload];
  }

  PairRates rates() {
    return rates;
  }
}
