package org.limpid.simulation.policy.limpid;

import org.limpid.simulation.policy.sharing.PairRates.Rates;
import org.limpid.simulation.policy.sharing.SharingLimits;
import org.limpid.simulation.policy.sharing.WorkloadFacts;

/**
 * Which workloads may share a GPU, how fast they run there, and what is believed of that. Safe for
 * several threads.
 */
final class PairTable {
  private static final int SCORES = 3;

  private final WorkloadFacts facts;
  private final SharingLimits limits;
  private final KeptRates real;
  private final KeptRates believed;
  private final Rates[][] meansOfLabels;

  /**
   * @param facts what is known of workloads
   * @param limits which may share
   * @param belief what is believed of pairs
   */
  PairTable(WorkloadFacts facts, SharingLimits limits, LimpidSettings.Belief belief) {
    this.facts = facts;
    this.limits = limits;
    real = new KeptRates(facts.rates());
    believed = belief.source().map(facts.rates()::from).map(KeptRates::new).orElse(real);
    meansOfLabels = belief == LimpidSettings.Belief.LABEL_MEANS ? means(facts) : null;
  }

  /** Per share score of a newcomer and of its host the mean rates over all pairs of workloads. */
  private static Rates[][] means(WorkloadFacts facts) {
    double[][] newcomers = new double[SCORES][SCORES];
    double[][] hosts = new double[SCORES][SCORES];
    int[][] counts = new int[SCORES][SCORES];
    for (int newcomer = 0; newcomer < facts.size(); newcomer++) {
      for (int host = 0; host < facts.size(); host++) {
        Rates rates = facts.rates().of(newcomer, host);
        int own = facts.shareScore(newcomer);
        int other = facts.shareScore(host);
        newcomers[own][other] += rates.ofNewcomer();
        hosts[own][other] += rates.ofPartner();
        counts[own][other]++;
      }
    }
    Rates[][] means = new Rates[SCORES][SCORES];
    for (int own = 0; own < SCORES; own++) {
      for (int other = 0; other < SCORES; other++) {
        int count = Math.max(1, counts[own][other]);
        means[own][other] = new Rates(newcomers[own][other] / count, hosts[own][other] / count);
      }
    }
    return means;
  }

  /** Why a workload may not join another one; null if it may. */
  Refusal refusal(int newcomer, int host) {
    if (!limits.memorySuffices(facts.memoryMib(newcomer), facts.memoryMib(host))) {
      return Refusal.MEMORY;
    }
    return limits.areGentle(facts.shareScore(newcomer), facts.shareScore(host))
        ? null
        : Refusal.DISTURBANCE;
  }

  /** Why a workload may not join another one. */
  enum Refusal {
    /** The GPU has too little memory for both. */
    MEMORY,
    /** They would disturb each other too much. */
    DISTURBANCE
  }

  /** The rates at which a newcomer and its host run. */
  Rates real(int newcomer, int host) {
    return real.of(newcomer, host);
  }

  /** The rates at which a newcomer and its host are believed to run. */
  Rates believed(int newcomer, int host) {
    return meansOfLabels == null
        ? believed.of(newcomer, host)
        : meansOfLabels[facts.shareScore(newcomer)][facts.shareScore(host)];
  }
}
