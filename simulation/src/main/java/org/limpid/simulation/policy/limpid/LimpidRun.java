package org.limpid.simulation.policy.limpid;

import java.util.function.IntToLongFunction;
import org.limpid.simulation.policy.ExactEstimates;
import org.limpid.simulation.policy.ProfilerSettings;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.sharing.WorkloadFacts;

/**
 * What all virtual clusters of a run have in common.
 *
 * @param facts what is known of workloads
 * @param pairs which workloads may share and how fast they run
 * @param settings what was chosen; looked up once per virtual cluster, as that takes its time
 * @param columns what is recorded of jobs
 * @param knownFrom per row of the trace the second from which the profile of a job is known; {@link
 *     org.limpid.simulation.loop.Partition#NEVER} if only a run of its own tells
 * @param secondsDone per row of the trace the work that was done in the profiler, seconds
 */
record LimpidRun(
    WorkloadFacts facts,
    PairTable pairs,
    Settings settings,
    LimpidColumns columns,
    IntToLongFunction knownFrom,
    IntToLongFunction secondsDone) {
  private static final double PER_CENT = 0.01;
  private static final double PER_MILLE = 0.001;

  /** What is left of the rate of a job of several GPUs beside one of another size. */
  double gangFactor() {
    return 1 - settings.get(LimpidSettings.GANG_SLOWDOWN) * PER_CENT;
  }

  /** Share of the work done that must be left for an estimate to be believed. */
  double leastShare() {
    return settings.get(ExactEstimates.SETTING)
        ? 0
        : settings.get(LimpidSettings.LEAST_SHARE) * PER_CENT;
  }

  /** Price of breaking up an idle node, in GPUs. */
  double idleNodePrice() {
    return settings.get(LimpidSettings.IDLE_NODE_PRICE) * PER_MILLE;
  }

  /** Whether what is left of jobs is expected from how far estimates were off. */
  boolean learnsErrors() {
    return settings.get(LimpidSettings.EXPECTATION) == LimpidSettings.Expectation.ERRORS;
  }

  /** How long a job has to run until its profile is known, seconds. */
  long revealingSeconds() {
    return settings.get(ProfilerSettings.SECONDS);
  }
}
