package org.limpid.simulation.policy.limpid;

import org.limpid.simulation.policy.sharing.PairRates;
import org.limpid.simulation.policy.sharing.PairRates.Rates;

/**
 * Rates that are looked up once per pair of workloads. Safe for several threads, as any of them
 * finds the same.
 */
final class KeptRates {
  /** Rows of more workloads than these are not kept. */
  private static final int MOST_KEPT = 2048;

  private final PairRates rates;
  private final Rates[][] kept;

  KeptRates(PairRates rates) {
    this.rates = rates;
    kept = new Rates[rates.size() <= MOST_KEPT ? rates.size() : 0][];
  }

  /** The rates at which a newcomer and its host run. */
  Rates of(int newcomer, int host) {
    if (kept.length == 0) {
      return rates.of(newcomer, host);
    }
    Rates[] row = kept[newcomer];
    if (row == null) {
      row = new Rates[rates.size()];
      kept[newcomer] = row;
    }
    Rates known = row[host];
    if (known == null) {
      known = rates.of(newcomer, host);
      row[host] = known;
    }
    return known;
  }
}
