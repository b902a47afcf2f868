package org.limpid.experiment.synergy;

import org.limpid.reference.synergy.LoggedJobs;
import org.limpid.reference.synergy.SynergyAllocation;
import org.limpid.reference.synergy.SynergyCluster;
import org.limpid.reference.synergy.SynergyLoad;
import org.limpid.reference.synergy.SynergyPolicy;

/**
 * A run behind a figure.
 *
 * @param load the jobs
 * @param cluster where they run
 * @param policy by which
 */
record SynergyPoint(SynergyLoad load, SynergyCluster cluster, SynergyPolicy policy) {
  /** The same run with another allocation. */
  SynergyPoint with(SynergyAllocation allocation) {
    return new SynergyPoint(
        load, cluster, new SynergyPolicy(policy.order(), allocation, policy.consolidates()));
  }

  /** The same run with jobs of a log. */
  SynergyPoint with(LoggedJobs jobs) {
    return new SynergyPoint(load.with(jobs), cluster, policy);
  }
}
