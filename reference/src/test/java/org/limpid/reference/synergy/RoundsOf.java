package org.limpid.reference.synergy;

import java.util.ArrayList;
import java.util.List;

/** The rounds of a run, noted while it runs. */
final class RoundsOf {
  private RoundsOf() {}

  static List<RoundRecord> replay(
      List<SynergyJob> jobs, SynergyCluster cluster, SynergyPolicy policy) {
    List<RoundRecord> rounds = new ArrayList<>();
    SynergySimulator.replay(jobs, cluster, policy, ReplayRules.WHOLE, rounds::add);
    return rounds;
  }
}
