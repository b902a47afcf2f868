package org.limpid.simulation.policy.limpid;

import java.util.BitSet;
import org.limpid.simulation.policy.sharing.PairRates.Rates;

/**
 * Hosts by what a newcomer costs beside them: by workload, and by whether they run at full speed so
 * far. For one thread.
 */
final class HostKinds {
  /** With more workloads than these nothing is kept. */
  private static final int MOST_KEPT = 2048;

  private final PairTable pairs;
  private final BitSet[] kept;

  /**
   * @param workloads how many there are
   */
  HostKinds(PairTable pairs, int workloads) {
    this.pairs = pairs;
    kept = new BitSet[workloads <= MOST_KEPT ? workloads : 0];
  }

  /** The kind of a host, from 0 on. */
  static int kind(int workload, double believedRate) {
    return 2 * workload + (believedRate < 1 ? 1 : 0);
  }

  private static boolean isAtFullSpeed(int kind) {
    return kind % 2 == 0;
  }

  /** Whether a newcomer of a workload may join a host of a kind. */
  boolean joins(int newcomer, int kind) {
    return pairs.refusal(newcomer, kind / 2) == null;
  }

  /** What both lose at least while they are together, in GPUs. */
  double leastLoss(int newcomer, int gpuCount, int kind) {
    Rates rates = pairs.believed(newcomer, kind / 2);
    double ofHost = isAtFullSpeed(kind) ? Math.max(0, 1 - rates.ofPartner()) : 0;
    return gpuCount * (1 - Math.min(1, rates.ofNewcomer())) + ofHost;
  }

  /** Whether a newcomer surely costs nothing beside a host of a kind. */
  boolean isWithoutLoss(int newcomer, int kind) {
    return isAtFullSpeed(kind) && mayBeWithoutLoss(newcomer, kind);
  }

  /** Whether a newcomer may join a host of a kind, and perhaps costs nothing there. */
  boolean mayBeWithoutLoss(int newcomer, int kind) {
    if (kept.length == 0) {
      return find(newcomer, kind);
    }
    if (kept[newcomer] == null) {
      kept[newcomer] = new BitSet(2 * kept.length);
      for (int each = 0; each < 2 * kept.length; each++) {
        kept[newcomer].set(each, find(newcomer, each));
      }
    }
    return kept[newcomer].get(kind);
  }

  private boolean find(int newcomer, int kind) {
    return joins(newcomer, kind) && leastLoss(newcomer, 1, kind) == 0;
  }
}
