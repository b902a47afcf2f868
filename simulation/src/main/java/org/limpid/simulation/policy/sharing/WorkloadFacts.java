package org.limpid.simulation.policy.sharing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Profiles;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Semantics.Fix;

/**
 * What is known of each workload of a trace, by index: profiled, or predicted. Immutable after
 * construction.
 */
public final class WorkloadFacts {
  private final double[] memoryMib;
  private final int[] shareScores;
  private final PairRates rates;

  private WorkloadFacts(double[] memoryMib, int[] shareScores, PairRates rates) {
    this.memoryMib = memoryMib;
    this.shareScores = shareScores;
    this.rates = rates;
  }

  /** What the inputs of a run say. */
  public static WorkloadFacts of(PolicyInputs inputs) {
    List<WorkloadProfile> workloads = inputs.trace().workloadProfiles();
    PairSpeeds predicted =
        inputs.semantics().has(Fix.PREDICTED_PAIRS)
            ? inputs.workloads().pairSpeeds()
            : PairSpeeds.EMPTY;
    return new WorkloadFacts(
        workloads.stream().mapToDouble(WorkloadProfile::memoryMib).toArray(),
        shareScores(inputs, workloads),
        new PairRates(
            inputs.trace(),
            inputs.profiles(),
            predicted,
            inputs.settings().get(SharingSettings.PAIR_RATES)));
  }

  private static int[] shareScores(PolicyInputs inputs, List<WorkloadProfile> workloads) {
    if (inputs.settings().get(SharingSettings.PACKING) == SharingSettings.Packing.ALL_LIGHT) {
      return new int[workloads.size()];
    }
    Map<Workload, Integer> scores = new HashMap<>(inputs.workloads().shareScores());
    for (Profiles.SingleProfile single : inputs.profiles().singles()) {
      scores.putIfAbsent(single.profile().workload(), single.shareScore());
    }
    return workloads.stream().mapToInt(profile -> scores.get(profile.workload())).toArray();
  }

  /** Number of workloads. */
  public int size() {
    return memoryMib.length;
  }

  /** GPU memory that a job of the workload needs on each of its GPUs, MiB. */
  public double memoryMib(int workload) {
    return memoryMib[workload];
  }

  /** Share score: 0 light, 1 medium, 2 heavy. */
  public int shareScore(int workload) {
    return shareScores[workload];
  }

  /** How fast two workloads run on the same GPUs. */
  public PairRates rates() {
    return rates;
  }
}
